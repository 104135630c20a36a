import { catalogue } from "../language/catalogue.ts";

export const careMessages = catalogue(
  {
    serviceGone:
      "Mất liên lạc với phần lưu dữ liệu trên máy này. Những gì đã nhập vẫn còn đây; hãy bấm lại sau ít giây, nếu vẫn lỗi thì tải lại trang.",
  },
  {
    serviceGone:
      "Contact with the data on this machine was lost. What you entered is still here; try again in a few seconds, and reload the page if that fails.",
  },
  "care",
);
