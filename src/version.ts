import product from '../package.json' with { type: 'json' };

/** Of the program, as package.json has it. */
export const VERSION: string = product.version;
