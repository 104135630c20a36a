/** The command of Angular's compiler: a script for Node.js. */
export declare const angularCompiler: string;
