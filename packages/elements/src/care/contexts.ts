import type { CareService } from "@cadre-care/domain";
import { createContext } from "@lit/context";

/** The CareService of everything below a provider (see `provideCare`). */
export const careServiceContext = createContext<CareService | undefined>(Symbol.for("cadre-care/service/1"));

/** The language (BCP 47 tag) of everything below a provider. */
export const languageContext = createContext<string>(Symbol.for("cadre-care/language/1"));
