/** Money in fen 分, a whole number: 3,586,000 yuan is 358,600,000. */
export type Fen = number & { readonly of?: 'fen' };

const FORM = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(亿元|万元|元)$/u;

/** How many fen one unit has, as a power of ten: the value is moved as text, so no digit is rounded. */
const POWER = { 元: 2, 万元: 6, 亿元: 10 } as const;

/** Why a number with its unit is no money: less than a fen, or more than can be counted exactly. */
export type NoMoney = 'below a fen' | 'too large';

/** The fen of a plain number with its unit, `3,586,000元`; nothing where it has another form. */
export function fenOf(text: string): Fen | NoMoney | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, digits, decimals = '', unit] = match;
  const power = POWER[unit as keyof typeof POWER];
  const places = decimals.replace(/0+$/u, '');
  if (places.length > power) return 'below a fen';
  const fen = Number(digits!.replaceAll(',', '') + places.padEnd(power, '0'));
  return Number.isSafeInteger(fen) ? fen : 'too large';
}

/** Yuan as an exact decimal text with two places: `3586000.00`. */
export const toYuan = (fen: Fen): string => {
  if (fen < 0) return `-${toYuan(-fen)}`;
  const text = String(fen).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
};

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/gu, ',');

const decimal = (fen: Fen, power: number): string => {
  const text = String(fen).padStart(power + 1, '0');
  const places = text.slice(-power).replace(/0+$/u, '');
  return `${grouped(text.slice(0, -power))}${places && `.${places}`}`;
};

/** A hundredth of 万元. Sums with less than that are easier to read, and to compare with a document, in 元. */
const HUNDREDTH_OF_WAN = 10_000;

/**
 * The figure and its unit, as an official page prints them, nothing rounded: from ten thousand yuan on in 万元 with at
 * most two decimals, `358.6` and `万元`; any other in 元, `2,446,475.04` and `元`.
 */
export function moneyFigure(fen: Fen): { figure: string; unit: string } {
  if (fen < 0) {
    const { figure, unit } = moneyFigure(-fen);
    return { figure: `-${figure}`, unit };
  }
  const inWan = fen >= 1_000_000 && fen % HUNDREDTH_OF_WAN === 0;
  return inWan ? { figure: decimal(fen, 6), unit: '万元' } : { figure: decimal(fen, 2), unit: '元' };
}

/** Both in one word: `358.6万元`. */
export const printMoney = (fen: Fen): string => {
  const { figure, unit } = moneyFigure(fen);
  return figure + unit;
};
