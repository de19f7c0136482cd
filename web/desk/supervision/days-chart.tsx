/** Where the days went: minutes borne by each party, the most first; the same figures stand beside each bar. */
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Supervision } from '../../shared/wire.ts';

use([BarChart, GridComponent, SVGRenderer]);

const rowHeight = 28;
const shown = 15;

export function DaysChart({ days }: { readonly days: Supervision['days'] }) {
  const place = useRef<HTMLDivElement>(null);
  const most = days.toSorted((a, b) => b.minutes - a.minutes).slice(0, shown);
  const said = most.map(({ party, minutes }) => `${party} ${minutes} 分钟`).join('；');
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, null, { renderer: 'svg' });
    const onSize = (): void => chart.resize();
    const rows = days.toSorted((a, b) => a.minutes - b.minutes).slice(-shown);
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(place.current).fontFamily },
      grid: { left: 8, right: 90, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', data: rows.map(({ party }) => party), axisTick: { show: false } },
      series: [
        {
          type: 'bar',
          data: rows.map(({ minutes }) => minutes),
          itemStyle: { color: '#1d5fa8' },
          label: { show: true, position: 'right', formatter: '{c} 分钟' },
        },
      ],
    });
    window.addEventListener('resize', onSize);
    return () => {
      window.removeEventListener('resize', onSize);
      chart.dispose();
    };
  }, [days]);
  return <div ref={place} role="img" aria-label={said} style={{ height: most.length * rowHeight + 16 }} />;
}
