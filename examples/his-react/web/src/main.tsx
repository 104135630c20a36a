import { createRoot } from "react-dom/client";
import { BrowserRouter, Navigate, Route, Routes } from "react-router";
import { PatientPage } from "./patient-page.tsx";
import { ReceptionPage } from "./reception-page.tsx";
import { Shell } from "./shell.tsx";
import "./his.css";

const root = document.getElementById("root");
if (root === null) throw new Error("no #root");

createRoot(root).render(
  <BrowserRouter>
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Navigate to="/reception" replace />} />
        <Route path="/reception" element={<ReceptionPage />} />
        <Route path="/patients/:id" element={<PatientPage />} />
        <Route path="*" element={<p className="empty">Không tìm thấy trang.</p>} />
      </Route>
    </Routes>
  </BrowserRouter>,
);
