/** What people in Italy build passwords of: the first guesses of anybody who tries. Lower case, no accents. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The very first. */
export const FIRST_WORDS = words(`
  password passwd pass passw parola segreta segreto secret qwerty admin administrator login accesso user utente
  guest root test prova default master welcome benvenuto hello ciao iloveyou tiamo amore amoremio love letmein
  cambiami changeme nonlaso entra apriti sesamo dragon monkey sunshine princess principessa football calcio
  baseball superman batman pippo pluto topolino paperino juventus juve milan inter napoli roma lazio torino
  fiorentina forza italia internet computer google facebook tuodossier dossier referto referti clinica ospedale
  salute sanita fascicolo portale paziente medico dottore estate inverno primavera autunno abc abcd asd qwe
`);

/** Names, places, months, and words that stand in many passwords. */
export const OFTEN_WORDS = words(`
  francesco francesca giuseppe giuseppina antonio antonella antonietta alessandro alessandra andrea lorenzo mattia
  matteo gabriele gabriella leonardo riccardo tommaso davide giovanni giovanna luca lucia marco maria mario paolo
  paola pietro salvatore vincenzo vincenza roberto roberta stefano stefania carlo carla carlotta luigi luisa
  daniele daniela michele michela simone simona federico federica giulia giulio chiara sara laura anna annamaria
  elena elisa elisabetta valentina valentino martina silvia silvio sofia aurora alice ginevra emma giorgia giorgio
  beatrice greta vittoria vittorio camilla arianna rebecca ludovica nicole nicola noemi claudia claudio monica
  barbara cristina cristian christian patrizia angela angelo rosa rosaria teresa rita caterina margherita
  raffaele raffaella domenico domenica fabio fabrizio massimo massimiliano maurizio enrico sergio alberto filippo
  edoardo emanuele emanuela samuele diego manuel kevin denis ivan dario franco franca gianni gianluca gianluigi
  giancarlo gianfranco giampiero piero pasquale gennaro ciro rocco carmine carmela carmelo concetta assunta
  immacolata nunzia tiziana tiziano sabrina samanta samantha jessica debora deborah ilaria irene miriam ester
  viola bianca bruno bruna dino gino tina nina lella lola pina pino mimmo toto tonino peppe beppe sandro sandra
  rossi russo ferrari esposito bianchi romano colombo ricci marino greco conti deluca mancini costa giordano
  rizzo lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile
  martinelli vitale lombardo serra coppola desantis marchetti parisi villa conte ferri fabbri bianco marini grasso
  valentini messina sala gatti pellegrini palumbo sanna farina rizzi monti cattaneo morelli amato silvestri
  milano palermo genova bologna firenze bari catania venezia verona padova trieste brescia parma modena reggio
  calabria emilia perugia ravenna livorno cagliari foggia rimini salerno ferrara sassari latina monza siracusa
  pescara bergamo trento vicenza terni novara piacenza ancona arezzo udine lecce pisa lucca como varese taranto
  sicilia sardegna toscana puglia campania lombardia veneto piemonte liguria europa london londra parigi newyork
  gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  lunedi martedi mercoledi giovedi venerdi sabato domenica natale pasqua buongiorno buonanotte buonasera
  atalanta sampdoria genoa cagliari lecce parma udinese barcelona realmadrid arsenal chelsea liverpool ronaldo
  maradona messi totti delpiero baggio buffon ibra vasco ligabue vascorossi valentinorossi ferrari ducati vespa
  maserati lamborghini mercedes audi bmw fiat lancia alfaromeo harley yamaha honda
  amici amico amica amicizia tesoro tesora cucciolo cucciola piccolo piccola stella stellina angioletto angelo
  cuore bacio baci bella bello bellissima bellissimo mamma papa babbo nonna nonno figlio figlia fratello sorella
  famiglia bambino bambina ragazza ragazzo dolce sogno vita mare sole luna cielo fiore rosa gatto gatta gattino
  cane cagnolino orso orsetto lupo leone tigre cavallo farfalla delfino aquila pantera coniglio topo micio fufi
  casa lavoro scuola ufficio banca soldi euro lira macchina moto telefono cellulare musica rock cioccolato
  pizza pasta nutella birra vino caffe gelato fragola banana limone mela arancia zucchero miele pane
  rosso blu verde giallo nero azzurro azzurri viola rosa argento oro diamante
  dio gesu madonna padrepio santa santo signore diavolo inferno paradiso morte sangue guerra pace liberta
  mimi bibi lulu kiki lilly lucky birba leo max rex zeus thor argo luna kira maya asia ginger kitty bubu
  shadow michael jennifer jordan hunter ranger charlie thomas robert daniel andrew joshua matthew anthony william
  ashley nicole amanda jessica michelle george harley buster pepper freedom whatever trustno killer soccer hockey
  starwars pokemon naruto goku dragonball minecraft fortnite matrix hello kitty cookie summer winter spring autumn
  flower purple orange silver golden money happy lucky family friend forever always sweet baby babygirl angel
  blink metallica nirvana eminem samsung apple iphone android windows microsoft linux nokia vodafone tim wind
  server system access private security sicurezza codice numero nome cognome chiave porta mia mio nostro tuo sono
  questa questo quella non con per che the and my your is one two uno due tre quattro cinque sei sette otto nove
  dieci zero cento mille super mega ultra big boss capo king queen re regina star power fuck shit cazzo merda
  culo figa fica troia puttana stronzo stronza vaffanculo porco bastardo minchia
  doctor hospital patient health clinic medicina farmacia infermiere infermiera analisi esame esami
`);

/** Rows, columns and zigzags of keyboards (Italian, US, French, German), alphabet and digits: walked both ways. */
export const WALKS = words(`
  abcdefghijklmnopqrstuvwxyz 01234567890 0987654321
  qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn
  1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p qazwsxedcrfvtgbyhnujmikolp 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0
  qweasdzxc qwaszx 147258369 741852963 159357 789456123 13579 24680 !"£$%&/()= !@#$%^&*()
`);
