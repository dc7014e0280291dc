import type { NamePair } from '../names.ts';

/** Débits des réseaux et classes de messages. */
export const ratePairs: readonly NamePair[] = [
  ['data rate of one client by radio', 'débit d’un client par radio'],
  [
    'data rate of a link between satellites, each way; absent: no limit',
    'débit d’une liaison entre satellites, dans chaque sens ; absent : sans limite',
  ],
  [
    'data rate of a link between a satellite and a gateway, each way; absent: no limit',
    'débit d’une liaison entre un satellite et une passerelle, dans chaque sens ; absent : sans limite',
  ],
  [
    'data rate of all antennas of one gateway together, each way; absent: no limit',
    'débit de toutes les antennes d’une passerelle ensemble, dans chaque sens ; absent : sans limite',
  ],
  [
    'data rate of one user on the ground, each way; absent: no limit',
    'débit d’un usager au sol, dans chaque sens ; absent : sans limite',
  ],
  [
    'share of every rate that the traffic of other customers holds; default 0',
    'part de chaque débit qu’occupe le trafic d’autres clients ; par défaut 0',
  ],
  [
    'sensor: from each sensor to the centre; interceptor: from each interceptor to the centre; centre: from the centre to each interceptor',
    'sensor : de chaque capteur au centre ; interceptor : de chaque intercepteur au centre ; centre : du centre à chaque intercepteur',
  ],
  [
    'time between moments at which users are given other satellites',
    'temps entre les moments où les usagers reçoivent d’autres satellites',
  ],
  [
    'time around such a moment in which messages are late',
    'temps, autour d’un tel moment, où les messages sont en retard',
  ],
  [
    'time after the loss of a part in which its routing finds other ways; until then the lost ways carry nothing; default 0',
    'temps, après la perte d’une partie, que met son routage à trouver d’autres chemins ; d’ici là les chemins perdus ne portent rien ; par défaut 0',
  ],
  ['by how much they are late then, on average', 'leur retard moyen alors'],
  ['band of the links between satellites and gateways', 'bande des liaisons entre satellites et passerelles'],
  ['gateways that it is about', 'passerelles concernées'],
  ['default rain', 'par défaut rain (pluie)'],
  [
    'networks whose gateway links are of this band; default: all',
    'réseaux dont les liaisons de passerelle sont de cette bande ; par défaut tous',
  ],
  [
    'networks that it is about; default: all with a gateway there',
    'réseaux concernés ; par défaut tous ceux qui y ont une passerelle',
  ],
  [
    'chance that these links work in a raid, drawn once for a site; default 1',
    'probabilité que ces liaisons marchent lors d’une attaque, tirée une fois par site ; par défaut 1',
  ],
  [
    'share of their rate that they have while they work; default 1',
    'part de leur débit qu’elles gardent tant qu’elles marchent ; par défaut 1',
  ],
  [
    'rain and jamming at gateways: how often their links work, or how much they carry',
    'pluie et brouillage aux passerelles : combien de fois leurs liaisons marchent, ou combien elles portent',
  ],
  ['size of one message', 'taille d’un message'],
  [
    'messages a second from, or to, each unit that is busy',
    'messages par seconde de chaque unité occupée, ou vers elle',
  ],
  ['share of the units that are busy with them at once', 'part des unités qui en sont occupées à la fois'],
  ['order in which links serve the classes, 1 first', 'ordre dans lequel les liaisons servent les classes, 1 d’abord'],
  ['units on satellites only', 'unités sur satellites seulement'],
  [
    'goes before the traffic of other customers, and takes its room where there is too little',
    'passe avant le trafic d’autres clients, et prend sa place quand elle manque',
  ],
  [
    'sensors or layers that send or receive them; default: all',
    'capteurs ou couches qui les envoient ou les reçoivent ; par défaut tous',
  ],
  [
    'classes of messages that load the networks; default: those of the catalog, where load is asked for',
    'classes de messages qui chargent les réseaux ; par défaut celles du catalogue, quand la charge est demandée',
  ],
];

/** Classes de messages du catalogue. */
export const messageNamePairs: readonly NamePair[] = [
  ['Orders and updates to interceptors', 'Ordres et mises à jour aux intercepteurs'],
  ['Tracks', 'Pistes'],
  ['Reports of health and position', 'Comptes rendus d’état et de position'],
  ['Infrared frames as they are taken', 'Images infrarouges telles que prises'],
];
