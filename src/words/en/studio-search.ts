/** English texts of the studio on its search for partners. */
export const studioSearchWords = {
  'search.hint':
    'The cheapest mix of makers and launchers in the book of partners that builds what the programme has standing, and leaves the share you ask for after the loss of any one partner. A mixed-integer programme over the years, solved here in the browser; raids are flown on it by cupola source.',
  'search.loss': 'Left after any loss',
  'search.within': 'Years to stand',
  'search.families': 'Two makers of every launch',
  'search.asProgramme': 'as the programme has it',
  'search.running': 'Searching: step {done} of {of}; about a minute in all',
  'search.mixing': 'Working out the mix',
  'search.found': 'Found in {seconds}.',
  'search.function': 'Fleet',
  'search.offer': 'Partner',
  'search.today': 'Today',
  'search.cheapest': 'Cheapest',
  'search.chosen': 'Chosen',
  'search.cost': 'Cost',
  'search.lost': 'Lost',
  'search.bottleneck': 'Bottleneck',
  'search.loaded': 'The mix is loaded, compared with the scenario before.',
};
