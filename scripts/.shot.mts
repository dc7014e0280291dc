import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumOptions, SOFTWARE_FLAGS } from './chromium.mjs';
import { serveStudio } from '../src/cli/studio-server.ts';
import { deflateRawSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
const server = await serveStudio({ folder: pathToFileURL('/tmp/st/studio/'), port: 0 });
const link = (s:any)=>'#s='+deflateRawSync(JSON.stringify({v:1,...s})).toString('base64url');
const b = await chromium.launch(chromiumOptions(SOFTWARE_FLAGS));
for (const [w,h] of [[1440,900],[390,844]]) {
  const c = await b.newContext({viewport:{width:w,height:h}, acceptDownloads:true, isMobile: w<500, hasTouch:w<500});
  const p = await c.newPage();
  await p.goto(server.url+link({s:'golden-dome',n:50,w:{spacex:'denied'},y:5}));
  await p.waitForFunction(()=>{const s=(document.querySelector('.run') as any)?.dataset.status; return s&&s!=='running'&&s!=='idle'},undefined,{timeout:200000});
  await p.waitForTimeout(1500);
  await p.screenshot({path:`/tmp/st/page-${w}.png`});
  if (w<500) { await p.getByRole('button',{name:'Answers',exact:true}).click(); await p.waitForTimeout(500); await p.screenshot({path:`/tmp/st/answers-${w}.png`}); }
  else {
    const take = async (item:string, file:string)=>{ const [d]=await Promise.all([p.waitForEvent('download'),(async()=>{await p.getByRole('button',{name:'Export'}).click(); await p.getByRole('menuitem',{name:item}).click();})()]); await d.saveAs(file); };
    await take('Report (HTML)','/tmp/st/report.html'); await take('Picture of the globe','/tmp/st/globe.png'); await take('Drawing of the globe','/tmp/st/globe.svg'); await take('Answers (CSV)','/tmp/st/answers.csv'); await take('Scenario (YAML)','/tmp/st/s.yaml');
    const chart=p.locator('[data-card=effect] figure').nth(0); await chart.getByText('Data table').click(); const [d]=await Promise.all([p.waitForEvent('download'),chart.getByRole('button',{name:'Chart (SVG)'}).click()]); await d.saveAs('/tmp/st/chart.svg');
    await p.evaluate(()=>document.querySelector('.answers')!.scrollTo(0,400)); await p.waitForTimeout(500); await p.screenshot({path:`/tmp/st/page2-${w}.png`});
    await p.evaluate(()=>document.querySelector('.answers')!.scrollTo(0,1100)); await p.waitForTimeout(500); await p.screenshot({path:`/tmp/st/page3-${w}.png`});
    await p.locator('[data-partner=amazon] input').nth(2).check(); await p.waitForTimeout(350); await p.screenshot({path:`/tmp/st/busy-${w}.png`});
    await p.evaluate(()=>document.querySelector('.answers')!.scrollTo(0,0));
  }
  await c.close();
}
const c = await b.newContext({viewport:{width:1440,height:900}});
const p = await c.newPage();
await p.goto('file:///tmp/st/report.html'); await p.screenshot({path:'/tmp/st/report-1440.png'});
await p.evaluate(()=>document.querySelector('#repeat')!.scrollIntoView()); await p.screenshot({path:'/tmp/st/report-repeat.png'});
await p.setViewportSize({width:390,height:844}); await p.evaluate(()=>scrollTo(0,0)); await p.screenshot({path:'/tmp/st/report-390.png'});
await p.goto('file:///tmp/st/chart.svg'); await p.screenshot({path:'/tmp/st/chart.png'});
await p.goto('file:///tmp/st/globe.svg'); await p.setViewportSize({width:1000,height:900});await p.screenshot({path:'/tmp/st/globe-svg.png'});
await b.close(); await server.close();
