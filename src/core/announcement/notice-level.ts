/** How much of a screen a notice takes: a line, a band, or all of it. */
export const NOTICE_LEVELS = { inform: '告知', change: '变更', urgent: '紧急' } as const;

/** The level of a notice that says nothing else: all were so before there were levels. */
export const USUAL_LEVEL = 'change';

export type NoticeLevel = keyof typeof NOTICE_LEVELS;
