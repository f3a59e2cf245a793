/** The looks of the page: light, dark and print; colours that are told apart without red and green (Okabe and Ito). */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#57606a;--rule:#d0d7de;--wash:#f6f8fa;--heat:#b3261e;--good:#0b6b3a;--bad:#a11d1d;
--p1:#b35900;--p2:#0072b2;--p3:#9b4f83;--p4:#00735c;--p5:#5a6b00;--p6:#444a52}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e6edf3;--soft:#a3adb8;--rule:#3a424c;--wash:#1c2229;--heat:#ff8a80;--good:#6fdc9d;--bad:#ff9d9d;
--p1:#ffb257;--p2:#6cc0f5;--p3:#e3a3cf;--p4:#5fd6b8;--p5:#d3df6b;--p6:#c3cad3}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main,header,footer{max-width:900px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:1.7rem;line-height:1.2;margin:.2em 0}
h2{font-size:1.25rem;margin:2em 0 .4em;border-bottom:1px solid var(--rule);padding-bottom:.2em}
h3{font-size:1.02rem;margin:1.6em 0 .2em}
p{margin:.5em 0}
.soft{color:var(--soft);font-weight:400}
.summary{background:var(--wash);border:1px solid var(--rule);border-radius:6px;padding:.6em 1.1em;margin:1em 0}
.summary h2{margin-top:.3em;border:0}.summary h3{margin-top:1em}
.summary .soft,table.headlines .soft{font-size:.92em}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.86rem;margin:.6em 0;min-width:50%}
caption{text-align:left;color:var(--soft);padding:.2em 0}
th,td{border-bottom:1px solid var(--rule);padding:.28em .7em .28em 0;text-align:left;vertical-align:top}
th{font-weight:600}
tbody th{min-width:11em}
td,th.n{text-align:right;font-variant-numeric:tabular-nums}
td{white-space:nowrap}
td.w{text-align:left;white-space:normal}
.better{color:var(--good)}.worse{color:var(--bad)}
figure{margin:1em 0 1.6em}
figure svg{width:100%;height:auto;display:block;font:12px system-ui,sans-serif}
figcaption{color:var(--soft);font-size:.9rem}
details{margin:.4em 0}
summary{cursor:pointer;color:var(--soft);font-size:.9rem}
summary:focus-visible,a:focus-visible,button:focus-visible,.wide:focus-visible{outline:2px solid var(--p2);outline-offset:2px}
button{font:inherit;font-size:.82rem;background:var(--wash);color:var(--ink);border:1px solid var(--rule);border-radius:4px;padding:.15em .6em;margin-right:.5em;cursor:pointer}
nav ul{columns:2;padding-left:1.1em;font-size:.9rem}
a{color:var(--p2)}
footer{padding-bottom:48px;color:var(--soft);font-size:.86rem}
.tools{display:none}.js .tools{display:block}
@media (max-width:560px){main,header,footer{padding:0 12px}body{font-size:15px}ul{padding-left:1.2em}nav ul{columns:1}.summary{padding:.4em .7em}tbody th{min-width:7em}table.headlines{font-size:.76rem}table.headlines td{white-space:normal}.still.wide svg{min-width:640px}th,td{padding-right:.4em}}
@media print{body{font-size:10.5pt}main,header,footer{max-width:none;padding:0}nav,.tools,.live{display:none!important}.still[hidden]{display:block!important}
figure,tr{break-inside:avoid}h2,h3,h4,thead{break-after:avoid}.wide{overflow:visible}table{font-size:8pt}td{white-space:normal}td,th{padding-right:.5em}tbody th{min-width:0}code{overflow-wrap:anywhere}a{color:inherit;text-decoration:none}}
`.trim();
