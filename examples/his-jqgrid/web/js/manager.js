// Shared by the pages in the inner frames: who is open now.
window.HIS = { benhNhanId: "", dsTrang: 1 };

$(() => {
  const fit = () => {
    $("#ifmain").height(
      $(window).height() - $("#hisHeader").outerHeight() - $("#hisMenu").outerHeight() - 24,
    );
  };
  $(window).on("resize", fit);
  fit();
  const today = new Date();
  const two = (number) => (number < 10 ? `0${number}` : number);
  $("#lblNgay").text(`Ngày ${two(today.getDate())}/${two(today.getMonth() + 1)}/${today.getFullYear()}`);
  $("#lnkThoat").on("click", () => false);
});
