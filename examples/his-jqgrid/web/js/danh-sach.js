$(() => {
  const grid = $("#grdBenhNhan");
  const his = window.top.HIS || { benhNhanId: "", dsTrang: 1 };

  const column = (label, name, width, more) => $.extend({ label, name, width, title: true }, more);
  const hidden = (name) => column(name, name, 10, { hidden: true, sortable: false });

  const gridWidth = () => $(window).width() - 14;
  const fitGrid = () => {
    grid.jqGrid("setGridWidth", gridWidth(), false);
    grid.jqGrid(
      "setGridHeight",
      $(window).height() - $("#toolbar").outerHeight() - $("#filter").outerHeight() - 76,
    );
  };

  const reload = (page) => {
    grid.jqGrid("setGridParam", {
      page: page || grid.jqGrid("getGridParam", "page"),
      postData: {
        tukhoa: $("#txtTuKhoa").val(),
        phong: $("#cboPhong").val(),
        trangthai: $("#cboTrangThai").val(),
      },
    });
    grid.trigger("reloadGrid");
  };

  const openDialog = (id) => {
    his.benhNhanId = grid.jqGrid("getRowData", id).BENHNHANID;
    const dialog = $("#divDlgBenhNhan");
    dialog.empty();
    dialog.dialog({
      title: "Thông tin bệnh nhân",
      modal: true,
      width: Math.min($(window).width() - 40, 1040),
      height: Math.min($(window).height() - 20, 620),
      open: () => {
        $("<iframe>", { id: "divDlgBenhNhanifmView", title: "Hồ sơ", src: "benh-nhan.html" }).appendTo(
          dialog,
        );
      },
      close: () => dialog.empty(),
    });
  };

  grid.jqGrid({
    url: "/RestService/tiepnhan/danhsach",
    datatype: "json",
    mtype: "GET",
    jsonReader: { repeatitems: false, id: "KHAMBENHID" },
    colModel: [
      column("", "ICON", 30, { sortable: false, align: "center", fixed: true, title: false }),
      column("STT", "STT", 42, { align: "center", sorttype: "int", fixed: true }),
      hidden("BENHNHANID"),
      hidden("TIEPNHANID"),
      hidden("KHAMBENHID"),
      column("Mã BN", "MABENHNHAN", 88),
      column("Họ tên", "TENBENHNHAN", 190),
      column("Ngày sinh", "NGAYSINH", 80, { align: "center" }),
      column("Giới tính", "GIOITINH", 56, { align: "center" }),
      column("Số thẻ BHYT", "MA_BHYT", 124),
      column("CCCD/CMND", "SO_CCCD", 100),
      column("Đối tượng", "DOITUONG", 68, { align: "center" }),
      column("Ưu tiên", "UUTIEN", 112),
      column("Phòng khám", "TENPHONG", 156),
      column("Bác sĩ", "TENBACSI", 140),
      column("Giờ đến", "GIOTIEPNHAN", 56, { align: "center" }),
      column("Trạng thái", "TRANGTHAI", 84, { align: "center" }),
      column("Địa chỉ", "DIACHI", 180),
    ],
    pager: "#pgrBenhNhan",
    rowNum: 50,
    rowList: [20, 50, 100, 300],
    sortname: "STT",
    sortorder: "asc",
    viewrecords: true,
    locale: "vi",
    shrinkToFit: false,
    width: gridWidth(),
    recordtext: "Hiển thị {0} - {1} trong {2} bệnh nhân",
    pgfirst: "Trang đầu",
    pglast: "Trang cuối",
    pgnext: "Trang sau",
    pgprev: "Trang trước",
    pgrecs: "Số dòng mỗi trang",
    height: 400,
    hoverrows: true,
    page: his.dsTrang,
    caption: "Danh sách bệnh nhân tiếp nhận",
    rowattr: (row) => (row.UUTIEN === "Cấp cứu" ? { class: "capcuu" } : {}),
    ondblClickRow: openDialog,
    loadComplete: function () {
      his.dsTrang = $(this).jqGrid("getGridParam", "page");
    },
  });
  fitGrid();
  $(window).on("resize", fitGrid);

  $("button[data-icon]").each(function () {
    $(this).button({ icon: $(this).data("icon") });
  });
  $(".date").datepicker({ dateFormat: "dd/mm/yy" }).datepicker("setDate", new Date());
  $.getJSON("/RestService/tiepnhan/phong", (rooms) => {
    $.each(rooms, (_, room) => {
      $("<option>").text(room).appendTo("#cboPhong");
    });
  });

  $("#btnTaiLai").on("click", () => reload());
  $("#btnTim").on("click", () => reload(1));
  $("#cboPhong, #cboTrangThai").on("change", () => reload(1));
  $("#txtTuKhoa").on("keydown", (event) => {
    if (event.which === 13) reload(1);
  });
  $("#btnHoSo").on("click", () => {
    const id = grid.jqGrid("getGridParam", "selrow");
    if (!id) return;
    his.benhNhanId = grid.jqGrid("getRowData", id).BENHNHANID;
    location.href = "benh-nhan.html";
  });

  let timer = 0;
  const schedule = () => {
    clearInterval(timer);
    if ($("#chkTuDong").prop("checked")) timer = setInterval(() => reload(), 1000 * $("#cboChuKy").val());
  };
  $("#chkTuDong, #cboChuKy").on("change", schedule);
});
