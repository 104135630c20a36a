export const REQUIRED_NODE = "20.19.0";

/**
 * @param {string} version such as "20.19.3", with or without a leading v
 * @returns {string | undefined} what is wrong and what to do, Vietnamese first; undefined when the version will do
 */
export const nodeVersionProblem = (version) => {
  const have = version.replace(/^v/, "").split(".").map(Number);
  const need = REQUIRED_NODE.split(".").map(Number);
  for (const [index, wanted] of need.entries()) {
    const part = have[index] ?? 0;
    if (part > wanted) return undefined;
    if (part < wanted)
      return [
        `Cần Node.js ${REQUIRED_NODE} trở lên; máy này đang chạy ${version}. Cài bản mới từ nodejs.org rồi chạy lại lệnh này.`,
        `Node.js ${REQUIRED_NODE} or newer is needed; this is ${version}. Install it from nodejs.org and run this command again.`,
      ].join("\n");
  }
  return undefined;
};
