/** Why a forecast failed, by what it was of. Nothing is tuned to bring one in. */
export const missReasons: Readonly<Record<string, string>> = {
  'falcon-9: launches in the year to 2022-12-31, as seen in 2021-12':
    'the rate grew on, and the campaign keeps that of the last year',
  'falcon-9: launches in the year to 2023-12-31, as seen in 2022-12':
    'the rate grew on, and the campaign keeps that of the last year',
  'falcon-9: launches in the year to 2024-12-31, as seen in 2023-12':
    'the rate grew on, and the campaign keeps that of the last year',
  'falcon-9: launches in the year to 2023-12-31, as seen in 2020-12':
    'the rate grew on, and the campaign keeps that of the last year',
  'falcon-9: launches in the year to 2024-12-31, as seen in 2021-12':
    'the rate grew on, and the campaign keeps that of the last year',
  'falcon-9: launches in the year to 2025-12-31, as seen in 2022-12':
    'the rate grew on, and the campaign keeps that of the last year',
  'starlink: satellites launched by 2021-05-16, as seen in 2020-12':
    'most launches of 2021 came before June, and launches of months are evenly spaced in the campaign',
  'starlink: satellites launched by 2023-08-15, as seen in 2022-08':
    'the rate grew on, and the campaign keeps that of the last year',
  'amazon-leo: satellites launched by 2026-07-02, as seen in 2025-07':
    'the record was that of a start, and the rate grew on',
  'amazon-leo: satellites launched by 2026-07-02, as seen in 2026-02':
    'the record was that of a start, and the rate grew on',
  'oneweb: satellites launched by 2023-03-26, as seen in 2021-12': 'Soyuz was lost in March 2022, which nobody foresaw',
  'sda-t1: satellites launched by 2026-07-16, as seen in 2022-02':
    'the first launch came a year late and the others not once a month: laser links were found wanting in orbit',
  'sda-t1: satellites launched by 2026-07-16, as seen in 2025-10':
    'launches stopped for nine months for the laser links; a plan has no spread for that',
  'LRDR: taken over by its operator, planned for 2022-09-30':
    'tests and hand-over took years, and the slip knows two at most',
  'New Glenn: first flight, planned for 2022-12-31':
    'the slip knows two years at most, rarely more than one and a half',
  'Neutron: first flight (at least), planned for 2024-12-31':
    'the slip knows two years at most, rarely more than one and a half',
  'oneweb: 648 satellites launched by 2023-03-31, as seen in 2021-12':
    'Soyuz was lost in March 2022, which nobody foresaw',
  'sda-t1: 126 satellites launched by 2026-07-16, as seen in 2022-02':
    'the first launch came a year late and the others not once a month',
};
