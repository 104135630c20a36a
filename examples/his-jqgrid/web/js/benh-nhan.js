// Shows one patient. Which one stands in a variable of the outermost window: the address never changes.
$(() => {
  const his = window.top.HIS;
  let record = {};

  const show = (data) => {
    record = data;
    his.benhNhanId = data.BENHNHANID;
    $.each(data, (field, value) => {
      $(`#txt${field}, #cbo${field}, #hid${field}`).val(value);
    });
    $("#btnTruoc").button("option", "disabled", data.TRUOC === "");
    $("#btnSau").button("option", "disabled", data.SAU === "");
  };

  const load = (id) => {
    if (id) $.getJSON("/RestService/tiepnhan/benhnhan", { id }, show);
  };

  $("button[data-icon]").each(function () {
    $(this).button({ icon: $(this).data("icon") });
  });
  $("#btnTruoc").on("click", () => load(record.TRUOC));
  $("#btnSau").on("click", () => load(record.SAU));
  $("#btnDanhSach").on("click", () => {
    const dialog = window.parent.$?.("#divDlgBenhNhan");
    if (dialog?.length) dialog.dialog("close");
    else location.href = "danh-sach.html";
  });
  load(his?.benhNhanId);
});
