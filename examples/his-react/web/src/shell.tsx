import { NavLink, Outlet } from "react-router";

const MODULES = ["Lịch hẹn", "Phòng khám", "Chỉ định", "Thu ngân", "Nhà thuốc", "Báo cáo"];

export const Shell = () => (
  <div className="shell">
    <aside className="side">
      <div className="brand">
        <img src="/icon.svg" alt="" width="30" height="30" />
        <div>
          <b>eHIS</b>
          <small>BVĐK khu vực</small>
        </div>
      </div>
      <nav>
        <NavLink to="/reception">Tiếp đón</NavLink>
        {MODULES.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </nav>
      <div className="who">
        <b>Trần Thu Trang</b>
        <small>Nhân viên tiếp đón</small>
      </div>
    </aside>
    <main className="main">
      <Outlet />
    </main>
  </div>
);
