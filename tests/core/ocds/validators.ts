import { default as Ajv } from 'ajv-draft-04';
import formats from 'ajv-formats';
import { plainReleaseSchema, releaseSchema } from '../../../src/core/ocds/schema.ts';
import recordPackage from '../../../src/core/ocds/schema/record-package-schema.json' with { type: 'json' };
import releasePackage from '../../../src/core/ocds/schema/release-package-schema.json' with { type: 'json' };
import versioned from '../../../src/core/ocds/schema/versioned-release-validation-schema.json' with { type: 'json' };

/** What a validator of OCDS 1.1.5 objects to in a package; nothing is fetched. */
export type Validator = (data: unknown) => readonly string[];

/** By the schemas alone, and with the extensions that the packages name. */
export const validators = {
  'plain OCDS 1.1.5': validatorsWith(plainReleaseSchema),
  'with its extensions': validatorsWith(releaseSchema),
};

function validatorsWith(release: object): { releases: Validator; records: Validator; release: Validator } {
  // Schemas of draft 4 may say more than the validator knows, and name codes more than once.
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(release);
  ajv.addSchema(versioned);
  const validator = (schema: object): Validator => {
    const validate = ajv.compile(schema);
    return (data) =>
      validate(data)
        ? []
        : (validate.errors ?? []).map(
            ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
          );
  };
  return {
    releases: validator(releasePackage),
    records: validator(recordPackage),
    release: validator({ $ref: (release as { id: string }).id }),
  };
}
