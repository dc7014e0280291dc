/** English texts of the answer by date, and of what is of the force as if complete. */
export const studioDateWords = {
  'answers.by-date': 'Does the shield close, as it can be built?',
  'byDate.value': '{share:percent0}',
  'byDate.headline': 'chance in {year} that nothing gets through, median of the draws',
  'byDate.range': '10 to 90 % of the draws {low:percent0} to {high:percent0}',
  'byDate.soFar': '{done} of {total} draws so far: the band still moves.',
  'byDate.ahead': 'Worked out when this page was built; {done} of {total} draws are flown again here.',
  'byDate.more': 'Make {count} draws',
  'byDate.leave': 'Those switched off leave on {date}, and nobody foresees it.',
  'byDate.leaveIn': 'Those switched off leave:',
  'byDate.leaves': 'leave',
  'byDate.chart': 'Chance that nothing gets through, by date',
  'byDate.chartSay':
    'Line with a band: chance that nothing gets through at each date, median and 10 to 90 % of the draws. The upright line is the date of the headline.',
  'byDate.spent': 'Spent by date',
  'byDate.spentSay':
    'Line with a band: money spent by each date, billions of dollars, median and 10 to 90 % of the draws.',
  'byDate.date': 'Date',
  'byDate.median': 'Median',
  'whole.tag': 'As if complete',
  'whole.note': 'With all of it standing, at the value of every number. No date above says that it ever stands.',
  'whole.effect': 'Would the whole close?',
  'whole.cost': 'What would the whole cost, bought on time?',
  'whole.after': 'Look at the complete force',
  'run.runningDraws': '{done} of {total} raids, {draws} of {allDraws} draws',
  'run.doneDraws': '{done} raids, {draws} draws in {seconds}',
  'run.stoppedDraws': 'Stopped after {done} of {total} raids, {draws} of {allDraws} draws',
  'summary.byDate': 'By {year} nothing gets through: {before:percent0} → {after:percent0}.',
  'summary.whole': 'As if complete: {effect}',
  'measure.dateNoLeaker': 'Nothing gets through in {year}, median of the draws',
  'measure.dateLow': 'Nothing gets through in {year}, 10 % of the draws',
  'measure.dateHigh': 'Nothing gets through in {year}, 90 % of the draws',
  'measure.dateSpent': 'Spent by {year}, median of the draws',
  'compare.dates':
    'By date the figures are medians of the draws; the difference is the mean of the draws, taken draw by draw.',
  'sources.method.by-date':
    'Each draw gives every number with a range a value, builds the programme with it year by year, and flies the same raids against what stands at each date. The band is the 10th to the 90th percentile of the draws, the dice of the raids taken out.',
} as const;
