import { z } from "zod";

const databaseError = z.object({ code: z.string(), constraint: z.string().optional() });

/** SQLSTATE and constraint of an error from either driver; undefined for errors of other kinds. */
export const sqlState = (error: unknown): { code: string; constraint?: string | undefined } | undefined => {
  const parsed = databaseError.safeParse(error);
  return parsed.success ? parsed.data : undefined;
};

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
const UNIQUE_VIOLATION = "23505";

export const isUniqueViolation = (error: unknown, constraint: string): boolean => {
  const state = sqlState(error);
  return state?.code === UNIQUE_VIOLATION && state.constraint === constraint;
};

/** Repeats work that the database gave up in favour of another transaction. Nothing of it had taken effect. */
export const withRetry = async <Value>(work: () => Promise<Value>, attempts = 8): Promise<Value> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = sqlState(error)?.code;
      if ((code !== SERIALIZATION_FAILURE && code !== DEADLOCK) || attempt >= attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
    }
  }
};
