"""Questions to peers, asked under the name of a region."""
from .texts_wall_shape import Post, Question

QUESTIONS = (
    Post("noora", (0,), 296, {
        "fi": Question("Kuinka pitkä on hyvä kirjaus?", "Meillä väitellään tästä viikoittain. Onko teillä sovittu mitään, ja pitääkö se?",
                       "Ehdotin puolta sivua. Sain yhden kannattajan, joka oli lomalla."),
        "sv": Question("Hur lång är en bra anteckning?", "Hos oss diskuterar vi det här varje vecka. Har ni kommit överens om något, och håller det?",
                       "Jag föreslog en halv sida. Jag fick en anhängare, och hen var på semester.")}),
    Post("camilla", (0, 2), 260, {
        "sv": Question("Vilket språk skriver ni på när teamet är tvåspråkigt?", "Mötet hålls på svenska, nästa läsare talar finska. Vad gör ni i praktiken?",
                       "Vi har prövat att skriva på båda. Det tog dubbelt så lång tid.", "Före höstens anvisning"),
        "fi": Question("Millä kielellä kirjaatte, kun tiimi on kaksikielinen?", "Tapaaminen on ruotsiksi, seuraava lukija puhuu suomea. Mitä teette käytännössä?",
                       "Olemme kokeilleet molempia. Aikaa meni kaksinkertaisesti.", "Ennen syksyn ohjetta")}),
    Post("jouni", (1,), 214, {
        "fi": Question("Mistä aika kirjaamiskummille?", "Kummi olisi hyvä, mutta meillä ei ole yhtään ylimääräistä tuntia. Miten perustelitte sen esihenkilölle?",
                       "Laskin, montako tuntia kuluu virheiden korjaamiseen. Luku oli hyvä, kokous huono.")}),
    Post("tuomas", (0,), 189, {
        "fi": Question("Miten kirjaatte eriävän mielipiteen?", "Kun asiakas ja työntekijä näkevät asian eri tavalla, kumman sanat tulevat ensin? Entä jos näkemyksiä on kolme?",
                       "Meillä on kaksi otsikkoa: asiakkaan näkemys ja työntekijän arvio. Kolmannelle ei ole paikkaa.")}),
    Post("orjan", (2,), 160, {
        "sv": Question("Fraser som fylls i av sig själva: hjälp eller fara?", "Vårt system föreslår färdiga fraser. De är snabba, men alla anteckningar börjar likna varandra. Har ni stängt av dem?",
                       "Vi har kortat listan till tio. Det blev bättre, men inte bra.")}),
    Post("riikka", (1, 0), 133, {
        "fi": Question("Kuka saa olla kirjaamisen vastuuhenkilö?", "Onko teillä vastuuhenkilöinä myös muita kuin sosiaalityöntekijöitä? Mietin ohjaajia ja palvelusihteereitä.",
                       "Yksi ohjaaja on aloittanut ja tekee sen paremmin kuin minä.", "Syyskuun loppuun")}),
    Post("leila", (2,), 110, {
        "fi": Question("Kirjaaminen puhelimella kotikäynnillä", "Käyttääkö joku puhelinta tai tablettia kirjaamiseen asiakkaan luona? Mitä asiakkaat siitä sanovat?",
                       "Tabletti jäi autoon, koska se tuntui muurilta.")}),
    Post("outi", (0,), 82, {
        "fi": Question("Sana, joka korvaa sanan ”kieltäytyy”", "Etsin neutraalia tapaa kirjata, ettei asiakas halunnut tarjottua palvelua. ”Kieltäytyy” kuulostaa moitteelta.",
                       "Ehdolla ovat ”ei ota vastaan” ja ”valitsee toisin”. Kumpi, vai joku kolmas?")}),
    Post("benita", (1,), 64, {
        "sv": Question("Hur ordnar ni tid för att läsa varandras texter?", "Alla säger att det är nyttigt, ingen har tid. Vad har ni tagit bort för att få in det?",
                       "Vi prövade måndag morgon. Ingen var vaken."),
        "fi": Question("Miten järjestätte aikaa toisten kirjausten lukemiseen?", "Kaikki sanovat, että siitä on hyötyä, mutta kenelläkään ei ole aikaa. Mitä jätitte pois, että se mahtui?",
                       "Kokeilimme maanantaiaamua. Kukaan ei ollut hereillä.")}),
    Post("marko", (0,), 47, {
        "fi": Question("Miten puhutte laadusta ilman, että kukaan loukkaantuu?", "Palaute kirjauksesta osuu helposti kirjoittajaan. Millä sanoilla te aloitatte?",
                       "Olen aloittanut omasta huonoimmastani. Se auttoi, mutta esimerkit loppuvat. No, eivät ihan heti.")}),
    Post("ritva", (2, 1), 21, {
        "fi": Question("Kaksi järjestelmää, yksi asiakas", "Terveydenhuolto kirjaa omaansa, me omaamme. Onko kenelläkään toimiva tapa sopia, mihin yhteinen suunnitelma kirjataan?",
                       "Sovimme vuorovedosta. Se on kestänyt kaksi viikkoa.", "Mieluiten ennen vuodenvaihdetta")}),
    Post("amina", (1,), 2, {
        "fi": Question("Kuinka kauan teillä saa olla uusi?", "Olen ollut työssä vuoden ja kysyn yhä. Missä vaiheessa teillä odotetaan, että kaikki sujuu?",
                       "Kysyin tiimissä. Yksi vastasi: kaksikymmentä vuotta, ja nauroi.")}),
)
