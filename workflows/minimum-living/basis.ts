/** The text 低保 is decided by. */
export const d57 = (article: string): string => `最低生活保障审核确认办法（民发〔2021〕57号）${article}`;
