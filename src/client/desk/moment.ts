/** A moment of the server as a clerk reads it, `11月22日 09:02`; other words stay as they are. */
export function momentInWords(moment: string): string {
  const [, month, day, time] = /^\d{4}-(\d{2})-(\d{2})[T ](\d{2}:\d{2})/u.exec(moment) ?? [];
  return time === undefined ? moment : `${Number(month)}月${Number(day)}日 ${time}`;
}

/** The same with its year, for what is kept on paper: `2026年11月22日 09:02`. */
export const momentOnPaper = (moment: string): string => {
  const words = momentInWords(moment);
  return words === moment ? moment : `${moment.slice(0, 4)}年${words}`;
};

/** Its time of day alone, `09:02`. */
export const timeInWords = (moment: string): string => /[T ](\d{2}:\d{2})/u.exec(moment)?.[1] ?? moment;
