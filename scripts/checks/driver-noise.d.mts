export const isDroppedDriverCall: (error: { name?: string; message?: string; stack?: string }) => boolean;
