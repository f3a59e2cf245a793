import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Text } from "../../base/index.ts";
import { doctor as doctorText, type DoctorRow } from "../../view/index.ts";
import type { Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { cacheFolder } from "../matrix/cell-cache.ts";
import { jsonText } from "../json-text.ts";
import { textOptions } from "../text-options.ts";
import { listNamed, listPolicies, openProject, reportHome, shownPath } from "../project.ts";
import { readSettings } from "../settings.ts";
import { version } from "../version.ts";
import type { Origin, Setting } from "../world.ts";
import { checkWritable } from "../write-file.ts";

/** `policy-bench doctor`: what this machine has, and where each setting came from. Exit 1 where something is missing. */
export async function doctor(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const rows = await Promise.resolve([...machineRows(call), ...projectRows(call), ...settingRows(call)]);
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, rows }) : doctorText(rows, textOptions(settings)));
  return rows.some(({ state }) => state === "missing") ? 1 : 0;
}

function machineRows({ world }: Call): readonly DoctorRow[] {
  const major = Number(process.versions.node.split(".")[0]);
  const worker = existsSync(join(world.packageRoot, "dist", "worker.js"));
  return [
    { name: { en: "policy-bench", zh: "policy-bench" }, value: version, state: "ok" },
    {
      name: { en: "Node", zh: "Node" },
      value: process.versions.node,
      state: major >= 24 ? "ok" : "warning",
      hint: { en: "Node 24 is what the bench is tested on; `npm start` and `npx policy-bench` bring it", zh: "本工具在 Node 24 上测试；`npm start` 和 `npx policy-bench` 自带该版本" },
    },
    { name: { en: "processors", zh: "处理器" }, value: String(availableParallelism()), state: "ok" },
    {
      name: { en: "built workers", zh: "已构建的工作线程" },
      value: worker ? "dist/worker.js" : "-",
      state: worker ? "ok" : "warning",
      hint: { en: "without them one thread does all the work; `npm run build` makes them", zh: "没有它们时只用一个线程；请运行 `npm run build`" },
    },
    { name: { en: "terminal", zh: "终端" }, value: world.stdout.isTTY ? `${world.stdout.columns}×${world.stdout.rows}` : "-", state: "ok" },
  ];
}

function projectRows(call: Call): readonly DoctorRow[] {
  const project = openProject(call.world);
  const reports = reportHome(project);
  const policies = listPolicies(project);
  return [
    { name: { en: "project", zh: "项目" }, value: project.root, ...from(project.shipped ? "default" : "file"), state: "ok" },
    {
      name: { en: "policies", zh: "政策" },
      value: policies.join(", ") || "-",
      state: policies.length > 0 ? "ok" : "missing",
      hint: { en: "there is no policy in rules/policies", zh: "rules/policies 中没有政策" },
    },
    { name: { en: "scenarios", zh: "情景" }, value: listNamed(project, "scenario").join(", ") || "-", state: "ok" },
    { name: { en: "kept cells of matrix", zh: "矩阵缓存" }, value: cacheFolder(call) ?? "-", ...from((call.world.env["POLICY_BENCH_CACHE"] ?? "") === "" ? "default" : "environment"), state: "ok" },
    { name: { en: "law packs", zh: "法规包" }, value: listNamed(project, "law").join(", ") || "-", state: "ok" },
    {
      name: { en: "report folder", zh: "报告文件夹" },
      value: shownPath(project, reports),
      state: canWrite(reports) ? "ok" : "missing",
      hint: { en: "it cannot be written; give another place with -o format=path", zh: "无法写入；请用 -o 格式=路径 指定其他位置" },
    },
  ];
}

function settingRows(call: Call): readonly DoctorRow[] {
  const { lang, color, ascii, threads } = readSettings(call);
  const row = (name: Text, setting: Setting<string | number | boolean>): DoctorRow => ({
    name,
    value: String(setting.value),
    ...from(setting.origin),
    state: "ok",
  });
  return [
    row({ en: "language", zh: "语言" }, lang),
    row({ en: "colour", zh: "颜色" }, color),
    row({ en: "ASCII only", zh: "仅 ASCII" }, ascii),
    row({ en: "threads", zh: "线程数" }, threads),
  ];
}

const origins: Readonly<Record<Origin, Text>> = {
  flag: { en: "flag", zh: "命令行选项" },
  environment: { en: "environment", zh: "环境变量" },
  file: { en: "file", zh: "文件" },
  default: { en: "default", zh: "默认" },
};

function from(origin: Origin): { readonly source: Text } {
  return { source: origins[origin] };
}

function canWrite(folder: string): boolean {
  try {
    checkWritable([join(folder, "report.json")]);
    return true;
  } catch {
    return false;
  }
}
