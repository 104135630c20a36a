import { define } from "@cadre-care/elements/define/define";
import { CadreCareProvider } from "../care-provider/care-provider.ts";

define("cadre-care-provider", CadreCareProvider);

export type * from "../care-provider/care-provider.ts";
