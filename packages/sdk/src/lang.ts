/** Languages the kit speaks: Chinese first, English complete. */
export type Lang = 'zh-CN' | 'en';
