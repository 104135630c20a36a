import { patternOf } from "./linear-pattern.ts";
import { takePatterns } from "./patterns.ts";

takePatterns(patternOf);
