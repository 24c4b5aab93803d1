"""Notes of the workshop "Rakenteinen kirjaaminen arjessa": what works already, and where it sticks."""

from .texts_shape import Note

WORKING = (
    Note(0, "marja", "fi", "stone", 1,
         "Kiitos tähänastisista lapuista! Lisätkää rohkeasti. Saman asian saa sanoa toistamiseenkin."),
    Note(0, "hilkka", "fi", "leaf", 9,
         "Lapissa välimatkat ovat pitkiä, joten kirjaan tabletilla jo pihassa, ennen kuin käynnistän "
         "auton. Ennen samat asiat kaiveltiin muistista iltapäivällä toimistolla."),
    Note(0, "tuomas", "fi", "leaf", 11,
         "Asiakassuunnitelman tavoite näkyy nyt kirjausnäkymän yläreunassa. Pyysimme sitä pääkäyttäjältä, "
         "ja muutos oli tehty viikossa. Kannattaa pyytää!"),
    Note(0, "gunilla", "sv", "leaf", 8,
         "Vi började med en enda rubrik: Klientens egen syn. När den väl satt var resten mycket lättare "
         "att få folk med på."),
    Note(0, "elina", "fi", "sun", 10,
         "Iltavuoro löytää aamun asiat kolmessa minuutissa. Ennen selattiin läpi koko viikko."),
    Note(0, "aino", "fi", "leaf", 7,
         "Viikkopalaverissa luetaan ääneen yksi hyvä kirjaus. Kiitos menee tekijälle nimeltä mainiten, ja "
         "sen kuulee koko tiimi."),
    Note(0, "mirja", "fi", "leaf", 4,
         "Työhuoneen seinällä on kolme kysymystä:\nMitä tapahtui?\nMitä asiakas itse sanoi?\nMitä "
         "sovittiin?"),
    Note(0, "riikka", "fi", "sun", 6,
         "Kun palvelutehtävä on oikein, tilastotkin pitävät paikkansa. Ensimmäistä kertaa tiedämme, "
         "paljonko ohjaamme työikäisiä."),
    Note(0, "camilla", "sv", "sun", 5,
         "Klienterna har börjat läsa sina uppgifter i MittKanta, och så ringer de och frågar. Bara bra, vi "
         "skriver klarare nu."),
    Note(0, "jarkko", "fi", "leaf", 12,
         "Kirjaan asiakkaan sanat lainausmerkeissä ja oman arvioni erikseen. Yksinkertainen keino, mutta "
         "kinastelu siitä, kuka sanoi ja mitä, on loppunut."),
    Note(0, "satu", "fi", "stone", 4,
         "Kaksi näyttöä. Ei mitään hienoa, mutta auttaa."),
    Note(0, "orjan", "sv", "leaf", 3,
         "Vi har en gemensam exempelsamling på svenska. Alla exempel är påhittade och skrivna av oss "
         "själva, ingenting är översatt."),
    Note(0, "noora", "fi", "leaf", 9,
         "Uusi työntekijä saa ensin luettavakseen viisi hyvää tekstiä ja kirjoittaa vasta sitten "
         "ensimmäisen omansa. Lukemalla oppii enemmän kuin ohjeesta."),
    Note(0, "kaisa", "fi", "sun", 2,
         "Väliotsikot. Siinä koko salaisuus."),
    Note(0, "henna", "fi", "leaf", 8,
         "Sovimme, mitä EI tarvitse kirjata. Lista on puolen sivun mittainen, ja se vapautti enemmän aikaa "
         "kuin yksikään koulutus. Tekemiseen meni yksi iltapäivä: pöydän ympärillä oli kolme "
         "lähityöntekijää, tietosuojavastaava ja yksi, jolla oli lupa sanoa, että näin tehdään."),
    Note(0, "majlen", "sv", "leaf", 10,
         "Nattpersonalen fick egen skrivtid på schemat, de sista tjugo minuterna av passet. Anteckningarna "
         "blev bättre på en gång."),
    Note(0, "antero", "fi", "sun", 1,
         "Uudet työntekijät kaipaavat rakennetta, konkarit vierastavat sitä. Meillä he kirjasivat "
         "kuukauden vierekkäin, ja kumpikin muutti mieltään. Vähän."),
    Note(0, "samira", "fi", "leaf", 5,
         "Tulkatun keskustelun lopuksi luen kirjaukseni ääneen ja tulkki kääntää sen. Aikaa kuluu viisi "
         "minuuttia enemmän, mutta asiakas tietää, mitä hänestä on kirjoitettu."),
    Note(0, "juhopekka", "fi", "leaf", 6,
         "Päätöspohjiin tehtiin selkokielinen alku: mitä päätettiin, miksi ja mitä voit tehdä, jos olet "
         "eri mieltä."),
)

STICKING = (
    Note(1, "sirpa", "fi", "heart", 11,
         "Sama asia menee kolmeen paikkaan: kertomukseen, suunnitelmaan ja viestivihkoon. Viestivihko ei "
         "kuole, vaikka miten yrittäisi."),
    Note(1, "paivikki", "fi", "heart", 9,
         "Syrjäkylillä verkko katkeaa kesken kaiken ja teksti häviää. Sen jälkeen moni kirjoittaa taas "
         "ensin paperille."),
    Note(1, "kjell", "sv", "heart", 8,
         "Rubrikerna i systemet är direktöversatta. Ingen hos oss pratar så, och därför fyller ingen i dem "
         "heller."),
    Note(1, "velimatti", "fi", "heart", 7,
         "Rakenteesta tulee helposti lomake. Kohdat on täytetty, mutta ihminen on kadonnut jonnekin niiden "
         "väliin. Luen mieluummin kolme rehellistä lausetta kuin kahdeksan otsikkoa, joista jokaisen alla "
         "lukee ”ei huomioitavaa”."),
    Note(1, "aino", "fi", "sun", 6,
         "Havainto ja tulkinta menevät sekaisin. ”Oli hankala” ei kerro, mitä tapahtui."),
    Note(1, "elina", "fi", "heart", 5,
         "Käyttöoikeudet. Sijainen odottaa tunnuksia pidempään kuin sijaisuus kestää."),
    Note(1, "johanna", "sv", "heart", 10,
         "Tvåspråkig klient, enspråkigt system. På vilket språk skriver jag, när samtalet gick på båda?"),
    Note(1, "pirkko", "fi", "sun", 4,
         "Ostopalvelun tuottaja kirjaa omaan järjestelmäänsä, ja me saamme koosteen kerran kuussa. Siinä "
         "välissä ehtii tapahtua paljon."),
    Note(1, "tuomas", "fi", "heart", 3,
         "Luokituksessa on liikaa vaihtoehtoja. Kun lista jatkuu ruudun alareunan yli, valitaan "
         "ensimmäinen sinne päin."),
    Note(1, "benita", "sv", "sun", 6,
         "Vi skriver fortfarande för varandra och inte för klienten. Förkortningarna avslöjar oss."),
    Note(1, "mirja", "fi", "heart", 2,
         "Ohje päivittyi keväällä, mutta kukaan ei osaa sanoa, mikä siinä muuttui."),
    Note(1, "riikka", "fi", "stone", 8,
         "Keskeytykset! Laskin eilen: neljätoista yhden kirjauksen aikana."),
    Note(1, "jelena", "fi", "heart", 7,
         "Osa ei uskalla kertoa kaikkea, kun tietää, että siitä jää merkintä. Miten rakennamme luottamusta "
         "niin, ettei kirjaaminen ole uhka?"),
    Note(1, "torbjorn", "sv", "heart", 4,
         "I skärgården känner alla alla. Vikarien kan vara kusin med klienten, så behörigheterna måste "
         "fungera på riktigt och inte bara på papper. Nu går en förman från en annan ort igenom loggarna, "
         "men det är ett lapptäcke och inget system."),
    Note(1, "hilkka", "fi", "sun", 12,
         "Perhetyössä samassa olohuoneessa voi istua neljä asiakasta. Kenen asiakirjoihin mikäkin kuuluu?"),
    Note(1, "kaisa", "fi", "heart", 1,
         "Esihenkilöt eivät juuri lue kirjauksia, joten laadusta puhutaan vasta, kun joku on tehnyt "
         "muistutuksen."),
    Note(1, "satu", "fi", "sun", 3,
         "Pitkä kertomus lohduttaa kirjoittajaa. Lukijalle siitä on harvoin iloa."),
)
