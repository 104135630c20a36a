/** Headers, column names and ids as somebody else's pages have them. */
export interface AttestedHeaders {
  /** Where they were seen, none of it a page of this project. */
  readonly source: string;
  readonly texts: readonly string[];
}

/**
 * What real pages and papers call the fields of a patient, copied as they write it. In Vietnamese: DOMAIN 3.2, 4.2, 4.3 and
 * 7.1 to 7.5, collected before any fixture was made. In English: two HISs in public repositories, looked up afterwards.
 */
export const ATTESTED_HEADERS: readonly AttestedHeaders[] = [
  {
    source: "VNPT-HIS L2, grid and row keys (DOMAIN 7.1)",
    texts: [
      ...["TENBENHNHAN", "TEN_BN", "NGAYSINH", "GIOITINH", "TENPHONG", "TENBACSI", "TRANGTHAI"],
      ...["MABENHAN", "MABENHNHAN", "HOTEN", "MA_BHYT", "MABHYT", "MA_KCBBD", "BENHNHANID"],
    ],
  },
  {
    source: "VNPT web_his L1, reception ids (DOMAIN 7.2)",
    texts: [
      ...["mayte", "hoten", "namsinh", "gioitinh", "socmt", "sobhyt", "tungay", "denngay", "noidangky"],
      ...["dungtuyen", "dantoc", "nghenghiep", "phongkham", "dichvu", "sodt", "diachi"],
    ],
  },
  {
    source: "ASP.NET WebForms HIS of 2017, reception ids (DOMAIN 7.3)",
    texts: [
      ...["mabenhnhan", "tenbenhnhan", "gioitinh", "ngaysinh", "SoTuoi", "SoThang", "dienthoai"],
      ...[
        "chungminhthu",
        "nghenghiep",
        "dantoc",
        "noicongtac",
        "lidovaovien",
        "idloaiuutien",
        "Loại ưu tiên",
      ],
      ...["idphongkhambenh", "STT", "ngaybatdau", "ngayhethan", "IsCapCuu", "dungtuyen", "TraiTuyen"],
    ],
  },
  {
    source: "PHP and jqGrid HIS, column names (DOMAIN 7.4)",
    texts: [
      ...["Mã BN", "Họ tên", "Họ lót", "Tên", "Tuổi", "Giới", "Giới tính", "Hạng mục khám", "Giờ hẹn"],
      ...["Trạng thái", "Gọi khám", "Đối tượng", "STT"],
    ],
  },
  {
    source: "typical header texts (DOMAIN 7.5)",
    texts: [
      ...[
        "Mã BN",
        "Mã bệnh nhân",
        "Mã y tế",
        "Họ tên",
        "Họ và tên",
        "Họ lót",
        "Tên",
        "Ngày sinh",
        "Năm sinh",
      ],
      ...["Tuổi", "Giới", "Giới tính", "Số thẻ BHYT", "Mã thẻ", "Đối tượng", "Phòng khám", "STT"],
      ...["Trạng thái", "Địa chỉ", "CCCD/CMND", "SĐT", "Giờ hẹn", "Ưu tiên"],
    ],
  },
  {
    source: "health examination form of TT 25/2026, part 1 (DOMAIN 3.2)",
    texts: [
      ...["Họ và tên", "Giới tính", "Ngày sinh", "Tuổi", "Số CMND/CCCD/hộ chiếu/định danh", "cấp ngày"],
      ...["Chỗ ở hiện tại", "nghề nghiệp", "nơi công tác/học tập", "Lý do khám", "dân tộc", "đối tượng"],
    ],
  },
  {
    source: "referral form and its XML13 (DOMAIN 4.2, 4.3)",
    texts: [
      ...["Họ và tên người bệnh", "Giới tính", "Năm sinh", "Địa chỉ", "Dân tộc", "Quốc tịch", "Nghề nghiệp"],
      ...["Nơi làm việc", "Số thẻ BHYT", "HO_TEN", "NGAY_SINH", "GIOI_TINH", "DIA_CHI", "MA_THE_BHYT"],
      ...["NGAY_VAO", "NGAY_RA", "MA_BAC_SI"],
    ],
  },
  {
    source: "HIS_Srilanka (kivegun/HIS_Srilanka, application/language/english/form/patient_lang.php)",
    texts: [
      ...[
        "Patient",
        "Name",
        "Gender",
        "Date of Birth",
        "Telephone",
        "Address",
        "Patient must have at least one national ID",
      ],
      ...["Full Name", "Patient ID", "Age"],
    ],
  },
  {
    source: "mayst-his (Cekov1991/mayst-his, lang/en/patients.php)",
    texts: [
      "First Name",
      "Last Name",
      "Full Name",
      "Sex",
      "Date of Birth",
      "Age",
      "Phone",
      "Email",
      "Address",
    ],
  },
];
