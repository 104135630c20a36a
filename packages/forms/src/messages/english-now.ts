import { english } from "./form-messages.english.ts";
import { speakEnglish } from "./form-messages.ts";

speakEnglish(english);
