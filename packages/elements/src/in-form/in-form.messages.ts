import { catalogue } from "../language/catalogue.ts";

export const inFormMessages = catalogue(
  { incomplete: "Biểu mẫu còn mục cần xử lý." },
  { incomplete: "Something in the form is left to do." },
  "inForm",
);
