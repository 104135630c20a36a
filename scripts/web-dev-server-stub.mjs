export const sendMessage = () => undefined;
export const sendMessageWaitForResponse = () => Promise.resolve(undefined);
export const addListener = () => undefined;
export const removeListener = () => undefined;
export const webSocket = undefined;
