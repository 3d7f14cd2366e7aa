"""Phrase tables: what is boilerplate as a whole line, and what only looks like it."""

import re
import unicodedata
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from newscrawl.extraction.boilerplate.phrase_syntax import (
    parse_phrase,
    read_edges,
    read_starts,
    spell,
)
from newscrawl.extraction.boilerplate.phrase_table import (
    KINDS,
    SHORTEST,
    Phrase,
    PhraseTable,
    normalize_line,
    read_phrases,
)
from newscrawl.extraction.boilerplate.phrases import (
    MAX_LENGTH,
    MAX_SENTENCES,
    is_name,
    match_phrase,
)

TABLES = sorted(
    entry.name
    for entry in (files("newscrawl.extraction") / "data/phrases").iterdir()
    if entry.name.endswith(".txt")
)


def read_lines(name: str) -> dict[str, list[str]]:
    """Return the lines of a table beside this file, by language."""
    found = defaultdict(list)
    table = Path(__file__).with_name(name).read_text("utf-8")
    for row in table.splitlines()[1:]:
        language, line = row.split("\t")
        found[language].append(line)
    return found


PRINTED = read_lines("printed_lines.tsv")
OF_ARTICLES = read_lines("article_lines.tsv")

BOILERPLATE = [
    ("ui", "Лента новостей"),
    ("follow", "Следите за новостями zakon.kz в:"),
    ("share", "Поделиться"),
    ("comments", "Оставить комментарий (0)"),
    ("push", "Будьте в тренде! Включите уведомления и получайте главные новости первым!"),
    ("push", "Подпишитесь на наши уведомления!"),
    ("typo", "Нашли ошибку? Выделите её и нажмите Ctrl+Enter"),
    ("typo", "СООБЩИТЬ В РЕДАКЦИЮ ОБ ОШИБКЕ"),
    ("read_also", "Читайте также: Снег выпал в горах"),
    ("ad", "На правах рекламы"),
    ("credit", "Фото: Иван Петров / Агентство"),
    ("follow", "Больше новостей в Telegram-канале «site.kz». Подписывайся!"),
    ("typo", "Беттегі қате"),
    ("credit", "Сурет: Айгүл Серікқызы"),
    ("follow", "Telegram арнасындағы жаңалықтарға жазылыңыз"),
    ("read_also", "Тағы оқыңыздар"),
    ("read_also", "Читайте також: Сніг у горах"),
    ("copyright", "Усі права захищені."),
    ("read_also", "READ MORE: Ferry returns after nine years"),
    ("read_also", "In case you missed it: Keepers count nine hundred seals"),
    ("ui", "Watch: Ferry leaves the pier"),
    ("ui", "Your browser does not support the video tag."),
    ("ui", "This video can not be played"),
    ("ui", "0 seconds of 1 minute, 20 secondsVolume 90%"),
    ("ui", "Skip twitter post by Bay Ferry"),
    ("ui", "View this post on Instagram"),
    ("ui", "A post shared by Bay Ferry (@bayferry)"),
    ("credit", "— Bay Ferry (@bayferry) May 3, 2024"),
    ("credit", "pic.twitter.com/Ab12Cd34"),
    ("credit", "REUTERS/Jane Doe"),
    ("credit", "Jane Doe | AFP | Getty Images"),
    ("credit", "Media caption, The ferry at the pier"),
    ("date_line", "Updated May 3, 2024"),
    ("source", "This article originally appeared on Bay Post."),
    ("source", "(This story has not been edited by our staff and is from a syndicated feed.)"),
    ("source", "ENDS"),
    ("comments", "If you have a story you would like to share, please get in touch by email."),
    ("typo", "Report a correction or typo"),
    ("ad", "Article continues after the newsletter sign-up"),
    ("paywall", "Support our journalism. Donate today."),
    ("copyright", "The BBC is not responsible for the content of external sites."),
    ("credit", "About the author: Moira Tansley lives at Hallow Point."),
    ("credit", "Sobre la autora"),
    ("credit", "Об авторе"),
    ("read_also", "Das könnte Sie auch interessieren: Robben auf der Sandbank"),
    ("credit", "Aktualisiert am 3. Mai 2024"),
    ("ad", "Weiter nach der Anzeige"),
    ("comments", "Die Kommentarfunktion ist geschlossen"),
    ("read_also", "LIRE AUSSI - Des phoques sur le banc de sable"),
    ("ui", "Une publication partagée par Bay (@bay)"),
    ("paywall", "Il vous reste 75 % de cet article à lire. La suite est réservée aux abonnés."),
    ("read_also", "Puede interesarle: Focas en el banco"),
    ("ad", "Continúa leyendo después de la publicidad"),
    ("read_also", "Ещё по теме: Тюлени на отмели"),
    ("copyright", "При перепечатке ссылка на сайт обязательна"),
    ("ad", "Continua a leggere dopo la pubblicità"),
    ("follow", "Participe do canal do Correio no WhatsApp"),
    ("credit", "Atualizado em 03/05/2024 10h15"),
    ("paywall", "Dit artikel is exclusief voor abonnees"),
    ("ad", "Artikeln fortsätter under bilden"),
    ("ad", "Pozostała część tekstu pod materiałem wideo"),
    ("follow", "Google News'te takip edin"),
    ("read_also", "Дивіться також: Тюлені"),
    ("copyright", "Материалды пайдаланғанда сілтеме міндетті"),
    ("follow", "扫一扫关注我们"),
    ("read_also", "Simak juga video: Anjing laut"),
    ("ad", "Article continues below advertisement"),
    ("ui", "(opens in new tab)"),
    ("credit", "Photo: Jane Doe/AFP"),
    ("credit", "By Jane van der Meer"),
    ("copyright", "© 2024 The Harbour Post. All rights reserved."),
    ("share", "Facebook Twitter WhatsApp E-mail"),
    ("share", "Share · Tweet · Print"),
    ("newsletter", "Sign up for our free daily newsletter"),
    ("paywall", "Already a subscriber? Log in"),
    ("ui", "Please enable JavaScript to view this page"),
    ("comments", "3 Kommentare"),
    ("read_also", "Lesen Sie auch: Mühle wird Museum"),
    ("copyright", "Datenschutzerklärung"),
    ("read_also", "À lire aussi : Le moulin devient un musée"),
    ("ad", "Publicité"),
    ("read_also", "Te puede interesar: El molino será museo"),
    ("read_also", "Leia também: O moinho vira museu"),
    ("copyright", "Riproduzione riservata"),
    ("read_also", "İLGİNİZİ ÇEKEBİLİR"),
    ("read_also", "اقرأ أيضا: عودة العبارة"),
    ("read_also", "相关文章"),
    ("credit", "责任编辑：王小明"),
    ("read_also", "関連記事"),
    ("paywall", "この記事は有料会員限定です。"),
    ("read_also", "Czytaj także: Młyn będzie muzeum"),
    ("read_also", "Lees ook: De molen wordt museum"),
    # a call with its reason
    ("follow", "Подписывайтесь на наш канал в Telegram, чтобы узнавать новости первыми!"),
    ("push", "Хотите первыми узнавать о главном?"),
    ("follow", "Підписуйтесь на наш канал, щоб нічого не пропустити"),
    ("push", "Маңызды жаңалықтарды бірінші болып білгіңіз келе ме? Telegram-арнамызға жазылыңыз!"),
    ("follow", "Install our app to read this story offline and get alerts."),
    ("follow", "Listen to our podcast"),
    ("follow", "Subscribe to our channel so that you never miss a ferry"),
    ("paywall", "The Waterline is a nonprofit newsroom. Help us keep our reporting free for all."),
    ("follow", "Folgen Sie unserem Kanal, um nichts zu verpassen"),
    ("follow", "Rejoignez notre chaîne pour ne rien manquer"),
    ("follow", "Suscríbete a nuestro canal para recibir lo último"),
    ("follow", "Siga o nosso canal para receber as notícias"),
    ("follow", "Iscriviti al nostro canale per restare informato"),
    ("follow", "Schrijf je in voor onze dagelijkse brief"),
    ("follow", "Dołącz do naszego kanału i bądź na bieżąco"),
    ("follow", "Prenumerera på vårt veckobrev"),
    ("follow", "En güncel haberler için kanalımıza abone olun"),
    ("follow", "اشتركوا في قناتنا لمعرفة آخر الأخبار"),
    ("copyright", "Мнение автора может не совпадать с позицией редакции."),
    ("copyright", "Cette tribune n'engage que son auteur."),
    ("copyright", "Os artigos de opinião vinculam apenas os seus autores."),
    ("credit", "图为修缮后的古桥。本报记者 梁一舟 摄"),
    ("credit", "ap/kam/bfi/an/eg"),
    ("credit", "jane.doe@post.example"),
    ("credit", "doe21@post.example"),
    ("credit", "홍길동 기자 hong21@post.example"),
    ("read_also", "También lee: Cómo elegir un buen jurel"),
    ("read_also", "To read the full council report, click here."),
    ("comments", "Have something to say? Share your thoughts in the comments."),
    ("newsletter", "Get the latest Harbour News newsletter delivered to your email. Sign up now!"),
    ("follow", "To contact the editor responsible for this story: Jane Doe at jane@post.example"),
    ("follow", "Follow Jane Doe on Twitter at @janedoe."),
    ("read_also", "ALSO:"),
    ("comments", "Visitor Opinions (latest shown first)"),
    ("comments", "(puedes comentar esta información más abajo)"),
    ("read_also", "Yuk, Simak Juga Video ini!"),
    ("copyright", "[ⓒ 항구신문, 무단전재 및 재배포 금지]"),
    ("source", "来源于：东区办事处"),
    ("copyright", "This copy is for your personal, non-commercial use only."),
    ("ad", "Some of the links on this page are affiliate links. If you buy, we may earn a share."),
    ("cookie", "Wir brauchen Ihre Zustimmung, um diesen Inhalt zu laden."),
    ("cookie", "Hier ist ein externer Inhalt von Instagram eingebunden."),
    ("cookie", "Ce contenu est bloqué car vous n'avez pas accepté les cookies."),
    ("cookie", "To view this content you need to accept cookies."),
    ("cookie", "We need your consent to load this content."),
    ("cookie", "Om dit bericht te laten zien, moet je cookies accepteren."),
    ("cookie", "Para ver este contenido debes aceptar las cookies."),
    ("cookie", "Per vedere questo contenuto devi accettare i cookie."),
    ("cookie", "Para ver este conteúdo, aceite os cookies."),
    ("cookie", "Aby zobaczyć tę treść, musisz zaakceptować pliki cookie."),
    ("cookie", "För att visa det här innehållet behöver du godkänna cookies."),
    ("cookie", "For at se dette indhold skal du acceptere cookies."),
    ("cookie", "Denne videoen kan ikke vises fordi du ikke har godtatt informasjonskapsler."),
    ("cookie", "Bu içeriği görmek için çerezleri kabul etmeniz gerekiyor."),
    ("cookie", "Для просмотра этого контента необходимо принять файлы cookie."),
    ("cookie", "Для перегляду цього вмісту потрібно прийняти файли cookie."),
    ("source", "Dieser Artikel wurde automatisch aus dem Englischen übersetzt."),
    ("source", "Sendung: Radio Bern, 24.04.2024, 15:10 Uhr"),
    ("newsletter", "Get the latest Harbour News newsletter delivered to your inbox. Sign up now!"),
    ("comments", "Have something to say? Let us know in the comments section."),
    ("comments", "Lascia il tuo commento su Torta di neve"),
    ("ui", "Średnia: 4.8 (40 głosów)"),
    ("follow", "Følg med på Havnepostens Instagram og Facebook og få flere historier."),
    ("comments", "What do you think? Tell us in the comments below."),
    ("comments", "Schreibt uns eure Meinung in die Kommentare!"),
    ("comments", "Qu'en pensez-vous ? Dites-le nous en commentaire !"),
    ("comments", "Dinos qué te parece en los comentarios."),
    ("comments", "Cosa ne pensate? Scrivetelo nei commenti!"),
    ("comments", "Laat het ons weten in de reacties."),
    ("comments", "Напишите в комментариях, что вы думаете."),
    ("comments", "Napiszcie w komentarzach!"),
    ("paywall", "To read the full story, subscribe now."),
    ("ad", "This post contains affiliate links. We may earn a commission if you buy a boat."),
    ("ad", "Anzeige, enthält Affiliate-Links"),
    ("credit", "aja/PAP"),
    ("share", "Be Sociable, Share!"),
    ("read_also", "Auch lesen: Die Fähre fährt wieder"),
    ("ui", "Lesezeit: 5 Minuten"),
    ("ui", "Jane DoeDec 29, 20153 min read"),
    ("ui", "Temps de lecture : 5 min"),
    ("credit", "Image source, Getty Images"),
    ("follow", "Listen to the best of Radio Kent on Sounds and follow Kent News on Facebook."),
    ("source", "This summary was generated by AI."),
    ("source", "Dieser Text wurde mit Hilfe von KI erstellt."),
    ("source", "Con información de EFE"),
    ("ad", "La suite sous cette publicité"),
    ("paywall", "Testen Sie uns 4 Wochen kostenlos"),
    # Czech
    ("share", "Sdílet na Facebooku"),
    ("follow", "Sledujte nás také na Instagramu!"),
    ("typo", "Našli jste v článku chybu? Napište nám."),
    ("read_also", "Čtěte také: Mlýn bude muzeem"),
    ("read_also", "Nejčtenější články"),
    ("comments", "Vstoupit do diskuse (12)"),
    ("comments", "Vaše e-mailová adresa nebude zveřejněna. Vyžadované informace jsou označeny *"),
    ("credit", "Zdroj foto: ČTK"),
    ("ui", "Doba čtení: 5 minut"),
    ("paywall", "Už máte předplatné? Přihlaste se"),
    # Slovak
    ("follow", "Sledujte nás na sociálnych sieťach"),
    ("typo", "Našli ste v texte chybu? Napíšte nám."),
    ("read_also", "Prečítajte si aj: Mlyn bude múzeom"),
    ("comments", "Diskusia (3)"),
    ("copyright", "Všetky práva vyhradené."),
    ("credit", "Ilustračná fotografia"),
    ("ui", "pred 5 minútami"),
    ("paywall", "Tento článok je určený pre predplatiteľov."),
    # Hungarian
    ("share", "Megosztás Facebookon"),
    ("follow", "Kövess minket Facebookon is!"),
    ("read_also", "Kapcsolódó cikkek"),
    ("read_also", "Olvasta már?"),
    ("comments", "Az e-mail címet nem tesszük közzé. A kötelező mezőket * karakterrel jelöltük"),
    ("ad", "Hirdetés"),
    ("credit", "Borítókép: Kovács Anna / Telex"),
    ("source", "Forrás: MTI"),
    ("newsletter", "Iratkozzon fel hírlevelünkre!"),
    # Finnish
    ("share", "Jaa artikkeli"),
    ("read_also", "Lue myös: Myllystä tulee museo"),
    ("read_also", "Luetuimmat"),
    ("comments", "Osallistu keskusteluun (4)"),
    ("ad", "Juttu jatkuu mainoksen jälkeen"),
    ("credit", "Kuva: Matti Virtanen / Lehtikuva"),
    ("typo", "Huomasitko virheen? Ilmoita siitä toimitukselle."),
    ("ui", "Siirry suoraan sisältöön"),
    ("paywall", "Oletko jo tilaaja? Kirjaudu sisään"),
    # Romanian
    ("share", "Distribuie pe Facebook"),
    ("follow", "Urmărește-ne pe Google News!"),
    ("read_also", "Citește și: Moara devine muzeu"),
    ("read_also", "Cele mai citite"),
    ("comments", "Lasă un comentariu (2)"),
    ("ad", "Articolul continuă după reclamă"),
    ("credit", "Sursa foto: Agerpres"),
    ("source", "Sursa: Mediafax"),
    ("newsletter", "Abonează-te la newsletter"),
    # Greek
    ("follow", "Ακολουθήστε το kathimerini.gr στο Google News και μάθετε πρώτοι όλες τις ειδήσεις"),
    ("read_also", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ:"),
    ("read_also", "Διαβάστε επίσης: Ο μύλος γίνεται μουσείο"),
    ("comments", "Σχόλια (7)"),
    ("ad", "ΔΙΑΦΗΜΙΣΗ"),
    ("copyright", "Με επιφύλαξη παντός δικαιώματος"),
    ("credit", "Πηγή φωτογραφίας: Eurokinissi"),
    ("source", "Πηγή: ΑΠΕ-ΜΠΕ"),
    ("typo", "Βρήκατε λάθος;"),
    # Bulgarian
    ("share", "Сподели във Facebook"),
    ("follow", "Последвайте ни и в Google News Showcase, за да получавате още актуални новини."),
    ("read_also", "Още по темата"),
    ("read_also", "Прочетете още: Мелницата става музей"),
    (
        "comments",
        "Вашият имейл адрес няма да бъде публикуван. Задължителните полета са отбелязани с *",
    ),
    ("copyright", "Всички права запазени."),
    ("credit", "Снимка: БГНЕС"),
    ("ui", "преди 3 часа"),
    # Serbian, Croatian, Bosnian
    ("share", "Podijelite članak"),
    ("follow", "Pratite nas na Facebooku i Instagramu!"),
    ("read_also", "Pročitajte još: Mlin postaje muzej"),
    ("read_also", "BONUS VIDEO:"),
    ("comments", "Ostavite komentar (5)"),
    ("ad", "TEKST SE NASTAVLJA ISPOD OGLASA"),
    ("typo", "Znate li nešto više o temi ili želite prijaviti grešku u tekstu?"),
    ("credit", "Autor fotografije, Getty Images"),
    ("read_also", "Прочитајте још: Млин постаје музеј"),
    ("comments", "Оставите коментар"),
    ("copyright", "Сва права задржана"),
    # Slovenian
    ("share", "Deli na Facebooku"),
    ("follow", "Sledite nam na družbenih omrežjih"),
    ("read_also", "Preberite tudi: Mlin bo muzej"),
    ("read_also", "Najbolj brano"),
    ("comments", "Komentarji (14)"),
    ("copyright", "Vse pravice pridržane"),
    ("credit", "Fotografija je simbolična."),
    ("paywall", "Že naročnik? Prijavite se"),
    # Hebrew
    ("share", "שתפו בפייסבוק"),
    ("follow", "הצטרפו לערוץ הטלגרם שלנו"),
    ("read_also", "לכתבות נוספות"),
    ("read_also", "קראו גם: הטחנה תהפוך למוזיאון"),
    ("comments", "הוסף תגובה"),
    ("ad", "תוכן שיווקי"),
    ("copyright", "כל הזכויות שמורות"),
    ("credit", "צילום: דנה כהן"),
    # Persian
    ("share", "اشتراک‌گذاری"),
    ("follow", "ما را در تلگرام دنبال کنید"),
    ("read_also", "بیشتر بخوانید: آسیاب موزه می‌شود"),
    ("read_also", "پربیننده‌ترین"),
    ("comments", "نشانی ایمیل شما منتشر نخواهد شد."),
    ("credit", "منبع تصویر، Getty Images"),
    ("credit", "انتهای پیام/"),
    ("copyright", "کلیه حقوق این سایت محفوظ است"),
    ("ui", "زمان مطالعه: ۵ دقیقه"),
    # Hindi
    ("share", "शेयर करें"),
    ("read_also", "यह भी पढ़ें: चक्की बनेगी संग्रहालय"),
    ("read_also", "ये भी पढ़ें"),
    ("comments", "टिप्पणी करें"),
    ("ad", "विज्ञापन"),
    ("copyright", "सर्वाधिकार सुरक्षित"),
    ("credit", "इमेज स्रोत, Getty Images"),
    ("ui", "5 मिनट पहले"),
    # Bengali
    ("share", "শেয়ার করুন"),
    ("follow", "প্রথম আলোর খবর পেতে গুগল নিউজ চ্যানেল ফলো করুন"),
    ("read_also", "আরও পড়ুন"),
    ("comments", "মন্তব্য করুন"),
    ("ad", "বিজ্ঞাপন"),
    ("copyright", "সর্বস্বত্ব সংরক্ষিত"),
    ("credit", "ছবি: সংগৃহীত"),
    ("ui", "৫ মিনিট আগে"),
    # Vietnamese
    ("share", "Chia sẻ bài viết"),
    ("follow", "Theo dõi chúng tôi trên Facebook"),
    ("read_also", "Xem thêm: Cối xay thành bảo tàng"),
    ("read_also", "Tin liên quan"),
    ("comments", "Bình luận (8)"),
    ("ad", "Quảng cáo"),
    ("credit", "Ảnh: TTXVN"),
    ("source", "Theo VnExpress"),
    # Thai
    ("share", "แชร์ข่าวนี้"),
    ("follow", "ติดตามเราได้ที่ Facebook"),
    ("read_also", "ข่าวที่เกี่ยวข้อง"),
    ("read_also", "อ่านข่าวเพิ่มเติม: โรงสีกลายเป็นพิพิธภัณฑ์"),
    ("comments", "แสดงความคิดเห็น"),
    ("ad", "โฆษณา"),
    ("copyright", "นโยบายความเป็นส่วนตัว"),
    ("credit", "ขอบคุณภาพจาก เฟซบุ๊ก ข่าวเมือง"),
    ("ui", "5 นาทีที่แล้ว"),
    # Estonian
    ("share", "Jaga Facebookis"),
    ("read_also", "Loe ka: Veskist saab muuseum"),
    ("read_also", "Seotud artiklid"),
    ("comments", "Kommentaarid (6)"),
    ("ad", "Artikkel jätkub pärast reklaami"),
    ("typo", "Märkasid viga? Anna meile teada."),
    ("credit", "Illustratiivne foto"),
    ("ui", "3 tundi tagasi"),
    # Lithuanian
    ("share", "Dalintis straipsniu"),
    ("read_also", "Taip pat skaitykite: Malūnas taps muziejumi"),
    ("read_also", "Skaitomiausi"),
    ("comments", "Rašyti komentarą"),
    ("copyright", "Visos teisės saugomos."),
    ("credit", "Jono Petraičio nuotr."),
    ("source", "Šaltinis: BNS"),
    ("ui", "prieš 2 valandas"),
    # Latvian
    ("share", "Dalies ar draugiem"),
    ("read_also", "Lasi arī: Dzirnavas kļūs par muzeju"),
    ("read_also", "Jaunākās ziņas"),
    ("comments", "Pievienot komentāru (1)"),
    ("ad", "Raksts turpinās pēc reklāmas"),
    ("typo", "Pamanīji kļūdu? Ziņo!"),
    ("copyright", "Visas tiesības aizsargātas"),
    ("source", "Avots: LETA"),
    # Icelandic
    ("share", "Deila á Facebook"),
    ("read_also", "Lesa meira"),
    ("read_also", "Tengdar fréttir"),
    ("comments", "Skrifa athugasemd"),
    ("ad", "Auglýsing"),
    ("copyright", "Allur réttur áskilinn"),
    ("credit", "Ljósmynd/Aðsend"),
    ("ui", "fyrir 3 klukkustundum"),
    # Catalan
    ("share", "Comparteix-ho"),
    ("follow", "Segueix-nos a X"),
    ("read_also", "Llegiu també: El molí serà museu"),
    ("read_also", "El més llegit"),
    ("comments", "Deixa un comentari"),
    ("ad", "Publicitat"),
    ("copyright", "Tots els drets reservats"),
    ("credit", "Imatge d'arxiu"),
    ("paywall", "Ja ets subscriptor? Inicia sessió"),
    # Swahili
    ("follow", "Tufuate kwenye Instagram"),
    ("read_also", "Soma pia: Kinu chawa jumba la makumbusho"),
    ("read_also", "Habari zinazohusiana"),
    ("comments", "Toa maoni yako"),
    ("copyright", "Haki zote zimehifadhiwa"),
    ("credit", "Chanzo cha picha, Getty Images"),
    ("credit", "Maelezo ya picha, Mto na daraja la zamani"),
    ("ui", "Muda wa kusoma: Dakika 5"),
    # English: offers, embeds, apps, polls, live blogs
    ("paywall", "Read on for £1 a week"),
    ("paywall", "Want to read more? Subscribe today."),
    ("source", "This summary was made by AI and checked by a journalist."),
    ("source", "This is a developing story. Check back for updates."),
    ("source", "AP writer Jane Doe contributed from Paris."),
    ("ad", "Please switch off your ad blocker"),
    ("follow", "Available on the App Store and Google Play"),
    ("cookie", "We use YouTube to show videos. It may collect data."),
    ("cookie", "By signing up you agree to our terms of use"),
    # German: offers, embeds, apps, polls, live blogs
    ("paywall", "Digital-Abo ab 1,99 Euro pro Monat"),
    ("cookie", "Akzeptieren und anzeigen"),
    ("source", "Dieser Artikel wird laufend aktualisiert"),
    ("ad", "Bitte schalten Sie Ihren Adblocker aus"),
    ("paywall", "Sie können noch 2 Artikel kostenlos lesen"),
    # French: offers, embeds, apps, polls, live blogs
    ("paywall", "Faites un don à partir de 1 €"),
    ("source", "Version audio générée par une voix de synthèse"),
    ("copyright", "Les propos tenus n'engagent que leurs auteurs"),
    ("ui", "Ce contenu n'est pas disponible dans votre région"),
    # Dutch: offers, embeds, apps, polls, live blogs
    ("paywall", "Onbeperkt lezen op al je apparaten"),
    ("source", "Dit bericht wordt aangevuld"),
    ("follow", "Stel De Baai in als voorkeursbron op Google"),
    ("ad", "Zet je adblocker uit"),
    # Spanish: offers, embeds, apps, polls, live blogs
    ("paywall", "¿Quieres seguir leyendo? Suscríbete."),
    ("paywall", "Te quedan 2 artículos gratis"),
    ("source", "Noticia en desarrollo. Habrá ampliación."),
    ("ad", "Desactiva tu bloqueador de anuncios"),
    # Italian: offers, embeds, apps, polls, live blogs
    ("paywall", "Continua a leggere a 1 € a settimana"),
    ("cookie", "Accetta e mostra"),
    ("follow", "Aggiungi La Baia alle tue fonti preferite su Google"),
    ("source", "Seguono aggiornamenti"),
    # Portuguese: offers, embeds, apps, polls, live blogs
    ("paywall", "Quer continuar lendo? Assine."),
    ("source", "Resumo gerado por inteligência artificial"),
    ("source", "Matéria em atualização"),
    ("share", "Link copiado para a área de transferência"),
    # Swedish: offers, embeds, apps, polls, live blogs
    ("paywall", "Vill du läsa mer? Bli prenumerant."),
    ("cookie", "Godkänn och visa"),
    ("source", "Sammanfattningen är gjord av AI och granskad av en journalist."),
    ("copyright", "Åsikterna är skribentens egna"),
    # Norwegian: offers, embeds, apps, polls, live blogs
    ("paywall", "Du har 2 gratis artikler igjen"),
    (
        "source",
        "Oppsummeringen er laget av kunstig intelligens (KI) og kvalitetssikret av journalister",
    ),
    ("ui", "Les eavisen"),
    ("ad", "Slå av annonseblokkering"),
    # Danish: offers, embeds, apps, polls, live blogs
    ("paywall", "Læs videre for 1 kr. om ugen"),
    ("follow", "Vælg Vigen som foretrukken kilde på Google"),
    ("source", "Artiklen blev først bragt i Vigen"),
    ("ui", "Se billedserien"),
    # Polish: offers, embeds, apps, polls, live blogs
    ("paywall", "Chcesz czytać dalej? Wykup dostęp."),
    ("paywall", "Zostały ci 2 darmowe artykuły"),
    ("source", "Tekst jest aktualizowany"),
    ("share", "Skopiowano do schowka"),
    # Russian: offers, embeds, apps, polls, live blogs
    ("paywall", "Хотите читать дальше? Оформите подписку."),
    ("source", "Краткое содержание подготовлено ИИ и проверено журналистом."),
    ("source", "Новость дополняется"),
    ("ui", "Ваш голос учтён"),
    # Ukrainian: offers, embeds, apps, polls, live blogs
    ("paywall", "Хочете читати далі? Оформіть передплату."),
    ("source", "Новина доповнюється"),
    ("share", "Скопійовано в буфер обміну"),
    ("ad", "Вимкніть блокувальник реклами"),
    # Turkish: offers, embeds, apps, polls, live blogs
    ("paywall", "Haberin devamını okumak için abone olun"),
    ("source", "Haber güncelleniyor"),
    ("read_also", "Videoyu izlemek için tıklayın"),
    ("copyright", "Yazıda yer alan görüşler yazara aittir"),
    # Arabic: offers, embeds, apps, polls, live blogs
    ("paywall", "لمتابعة القراءة اشترك الآن"),
    ("source", "هذا الملخص أعده الذكاء الاصطناعي وراجعه صحفي"),
    ("copyright", "المقال يعبر عن رأي كاتبه"),
    ("ui", "اضغط هنا لمشاهدة الفيديو"),
    # Persian: offers, embeds, apps, polls, live blogs
    ("paywall", "برای ادامه مطالعه مشترک شوید"),
    ("source", "خبر در حال تکمیل است"),
    ("copyright", "این یادداشت بیانگر نظر نویسنده است"),
    ("ui", "رأی شما ثبت شد"),
    # Hindi: offers, embeds, apps, polls, live blogs
    ("paywall", "पूरा पढ़ने के लिए सब्सक्राइब करें"),
    ("copyright", "ये लेखक के निजी विचार हैं"),
    ("ui", "वीडियो देखने के लिए यहां क्लिक करें"),
    ("source", "खबर अपडेट की जा रही है"),
    # Indonesian: offers, embeds, apps, polls, live blogs
    ("paywall", "Berlangganan mulai Rp10.000 per bulan"),
    ("paywall", "Sisa 2 artikel gratis"),
    ("ui", "Scroll untuk lanjut membaca"),
    ("copyright", "Isi artikel sepenuhnya tanggung jawab penulis"),
    # Vietnamese: offers, embeds, apps, polls, live blogs
    ("paywall", "Dùng thử miễn phí 30 ngày"),
    ("source", "Tiếp tục cập nhật"),
    ("follow", "Theo dõi kênh Zalo của chúng tôi"),
    ("ui", "Vuốt để xem thêm"),
    # Japanese: offers, embeds, apps, polls, live blogs
    ("paywall", "月額980円で全記事が読み放題"),
    ("source", "続報が入り次第更新します"),
    ("follow", "LINEで友だち追加"),
    ("ad", "※この記事にはアフィリエイト広告が含まれます"),
    # Chinese: offers, embeds, apps, polls, live blogs
    ("paywall", "想继续阅读?请立即订阅"),
    ("source", "本摘要由AI生成并经编辑审核"),
    ("ui", "左右滑动查看更多"),
    ("follow", "訂閱我們的Telegram頻道"),
    # Korean: offers, embeds, apps, polls, live blogs
    ("paywall", "무료 기사 2개가 남았습니다"),
    ("source", "이 요약은 AI가 작성하고 기자가 확인했습니다"),
    ("follow", "여러분의 제보를 기다립니다"),
    ("follow", "네이버 메인에서 항구신문을 구독하세요"),
]

TEXT = [
    "5月23日晚，中央机关发布通知",
    "9to5Mac 18 Tips",
    "#MeToo changed the town hall of Bern",
    "Why not follow our lead?",
    "Have a complaint? Write to the mayor.",
    "Join the conversation: that is what the mayor asks of young people.",
    "Le contenu n'est pas encore connu.",
    "Per accedere al parco basta la tessera.",
    "新华社发表评论文章说，港口的未来掌握在居民手中。",
    "声明：我们从未同意出售港口",
    "一审：法院判处船东罚款三万元",
    "등록 1000명 중 절반이 참여했다",
    "사건을 취재한 기자",
    "If you have a boat, the harbour office asks for its papers by Monday.",
    "This article of the constitution was first read aloud on the pier.",
    "Watch the tide before you cross, the keepers of the lighthouse say.",
    "The ends of the pier were rebuilt twice.",
    "Подпишитесь на наши уведомления! — такое сообщение увидели вчера посетители сайта акимата.",
    "«Поделиться» хлебом с соседом здесь считают долгом.",
    "Следите за новостями, советует он, но не верьте слухам, которые ходят по городу.",
    "Реакция",
    "Фото дня",
    "Курс доллара",
    "В ведомстве сообщили об ошибке на странице и исправили ее.",
    "Источник в полиции подтвердил задержание.",
    "Автор книги живет в Алматы.",
    "Реклама алкоголя запрещена с 1 января.",
    "Комментарии президента опубликовали утром.",
    "Reaction",
    "What happened next",
    "Follow the money, he said.",
    "Join us or leave, the captain told his crew.",
    "Help us, they shouted from the pier.",
    "Our podcast began as a joke.",
    "Подписывайтесь только на то, что читаете, советует психолог.",
    "Мнение автора письма в городе разделили многие.",
    "Las opiniones del alcalde dividen al pueblo.",
    "Share prices fell by two per cent.",
    "Photo finish decides the race",
    "By the way, the ferry was late.",
    "By Monday the snow had gone.",
    "Comments by the minister angered the unions.",
    "“Follow us on Instagram,” read the banner on the pier.",
    "Source of the Nile",
    "Copyright law changes in January",
    "The privacy policy of the company was found unlawful.",
    "Print is not dead.",
    "41 minutes",
    "1 234",
    "3 March 2025",
    "Anzeige gegen den Bürgermeister erstattet",
    "Der Kommentar löste Kritik aus.",
    "Foto-Ausstellung eröffnet am Sonntag",
    "Photo de famille au sommet",
    "La publicité mensongère sera punie.",
    "La fuente principal fue restaurada.",
    "O comentário gerou protestos.",
    "Commenti e reazioni dal mondo politico",
    "分享经济改变了城市。",
    "編集の自由が問われている。",
    "",
    "—",
    "Um das Haus zu sehen, müssen Sie über den Fluss.",
    "Wir brauchen Ihre Zustimmung, um das Gesetz zu ändern.",
    "To see the bridge you need a boat, and somebody who rows.",
    "Pour voir la mer, il faut monter au phare.",
    "Para ver el río hay que subir a la torre.",
    "We need your help to find the owner of this dog.",
    "Mit dem Klick des Auslösers begann alles.",
    "Have something to eat before you go, said the baker.",
    "To read the full story of the bridge one has to go to the archive.",
    "Tell us what you saw, the officer said in the hall.",
    "Was denkt ihr? Die Frage stand noch lange im Raum.",
    "What do you think? The question hung in the air.",
    "Schreiben war für sie das Schönste in den Ferien.",
    "Dieser Beitrag enthält alles, was man über Fähren weiß.",
    # Czech
    "Sdílet radost je umění.",
    "Reklama na alkohol bude zakázána.",
    "Komentáře ministra rozzlobily odbory.",
    "Našli jste chybu v rozpočtu? Ministr říká, že ne.",
    # Slovak
    "Zdieľať byt je lacnejšie.",
    "Reklama na alkohol bude zakázaná.",
    # Hungarian
    "A hirdetés elmaradt, a mozgalom nőtt.",
    "Kövessen minket, mondta a rendőr a tanúnak.",
    "Forrás és patak találkozik itt.",
    # Finnish
    "Jaa",
    "Kuva kaapattiin kameralla yöllä.",
    "Mainos kiellettiin tiistaina.",
    # Romanian
    "Sursa apei este la munte.",
    "Publicitatea la alcool va fi interzisă.",
    "Citește și scrie de la patru ani.",
    "Urmărește pe Facebook ce fac copiii ei.",
    # Greek
    "Σχόλια του υπουργού προκάλεσαν αντιδράσεις.",
    "Η πηγή του ποταμού στέρεψε.",
    "Διαβάστε μου κάτι, είπε η γιαγιά.",
    # Bulgarian
    "Реклама на алкохол ще бъде забранена.",
    "Снимка от архива показва стария мост.",
    "Последвайте ме, каза водачът.",
    "Търсене",
    # Serbian, Croatian, Bosnian
    "Marketing",
    "Izvor rijeke je presušio.",
    "Pratite nas, rekao je vodič turistima.",
    "Коментари министра изазвали су бес.",
    # Slovenian
    "Oglas je bil objavljen v torek.",
    "Delite si sobo s sestro, piše.",
    "Iskanje",
    # Hebrew
    "צילום הסרט החל אתמול.",
    "שתפו אותו בהחלטה, אמרה האם.",
    "תגובה",
    "עקבו אחרי החשוד בפייסבוק ועצרו אותו.",
    # Persian
    "عکس او در روزنامه چاپ شد.",
    "منبع آب شهر خشک شده است.",
    "نظر شما درباره پل چیست، از او پرسیدند.",
    # Hindi
    "विज्ञापन पर रोक लगाई गई।",
    "फोटो खींचने पर विवाद हुआ।",
    "संपर्क",
    # Bengali
    "বিজ্ঞাপন নিষিদ্ধ করা হয়েছে।",
    "ছবি তোলা নিয়ে বিরোধ।",
    "যোগাযোগ",
    # Vietnamese
    "Quảng cáo rượu bị cấm từ tháng một.",
    "Chia sẻ niềm vui với hàng xóm",
    "Giới thiệu",
    # Thai
    "โฆษณาเหล้าถูกห้าม",
    "ภาพจากกล้องวงจรปิดเผยให้เห็นชายสองคน",
    "ติดตามคนร้ายสองคน",
    # Estonian
    "Jaga oma leiba naabriga.",
    "Reklaam keelati teisipäeval.",
    "Küpsised",
    # Lithuanian
    "Reklama bus uždrausta.",
    "Paieška",
    "Šaltinis po kalnu išdžiūvo.",
    # Latvian
    "Reklāma alkoholam tiks aizliegta.",
    "Avots zem kalna izžuva.",
    # Icelandic
    "Auglýsing um áfengi var bönnuð.",
    "Leit",
    "Mynd af brúnni hékk á veggnum.",
    # Catalan
    "Publicitat enganyosa, diu el jutge.",
    "La font del poble s'ha assecat.",
    "Desa",
    "Segueix la tensió a les xarxes per la sentència.",
    # Swahili
    "Tangazo la pombe limepigwa marufuku.",
    "Picha ya daraja la zamani ilipotea.",
    "Chanzo cha picha hiyo hakijulikani.",
    # English: beside offers, embeds, apps, polls, live blogs
    "It is a developing story, the mayor said.",
    "Swipe left to delete the message.",
    "The text was generated by AI, the court found.",
    "Unlimited access to the beach is a right.",
    # English: beside boxes in and below the column
    "While you're here, try the oysters, said the cook.",
    "The bridge is more than 30 years old.",
    "Our work is made possible by volunteers, the keeper said.",
    "Log in to your account and choose Settings.",
    "Make a monthly donation to a food bank.",
    "Join a local WhatsApp group.",
    "Refresh the page",
    "If you can, please consider giving blood.",
    "Keep it respectful",
    "Most popular in Japan",
    "Why you can trust your gut",
    "Start the day with a glass of water.",
    "This content was created by trolls, the company found.",
    "Your donation today feeds a family for a week.",
    "Register to vote",
    "Scan the QR code to download the app.",
    "Every donation counts.",
    "Enter your email address and sign up.",
    "Save articles for later",
    # German: beside offers, embeds, apps, polls, live blogs
    "Jetzt muss er für 3 Jahre ins Gefängnis.",
    "Die Liste wird laufend aktualisiert, sagt das Amt.",
    # French: beside offers, embeds, apps, polls, live blogs
    "Plus d'informations seront données lundi.",
    "Lire le journal",
    # Dutch: beside offers, embeds, apps, polls, live blogs
    "Later meer regen",
    "Stem op hem, zei hij.",
    # Spanish: beside offers, embeds, apps, polls, live blogs
    "Lee firmó por 3 años con el club.",
    "Te quedan dos días",
    # Italian: beside offers, embeds, apps, polls, live blogs
    "Scarica l'app di Poste e scegli Pagamenti.",
    "Vota per lui, disse.",
    # Portuguese: beside offers, embeds, apps, polls, live blogs
    "Baixe o aplicativo do banco e faça o cadastro.",
    "Restam dois dias",
    # Swedish: beside offers, embeds, apps, polls, live blogs
    "Sidan uppdateras varje dag, säger kommunen.",
    "Svep åt vänster.",
    # Norwegian: beside offers, embeds, apps, polls, live blogs
    "Stem på ham, sa han.",
    "Artikkelen i loven endres.",
    # Danish: beside offers, embeds, apps, polls, live blogs
    "Stem på ham, sagde han.",
    "Du har to dage tilbage",
    # Polish: beside offers, embeds, apps, polls, live blogs
    "Artykuł ukazał się w tygodniku w maju.",
    "Współpraca: klucz do sukcesu",
    # Russian: beside offers, embeds, apps, polls, live blogs
    "Текст написан нейросетью, выяснила экспертиза.",
    "Подробности следствие не раскрывает.",
    # Ukrainian: beside offers, embeds, apps, polls, live blogs
    "Подробиці невідомі.",
    "Стежте за сонцем",
    # Turkish: beside offers, embeds, apps, polls, live blogs
    "Ayrıntılar pazartesi açıklanacak.",
    "Parmağınızı sola kaydırın.",
    # Arabic: beside offers, embeds, apps, polls, live blogs
    "التفاصيل ستعلن الاثنين",
    "بالتعاون مع الشرطة أغلقت البلدية الجسر",
    # Persian: beside offers, embeds, apps, polls, live blogs
    "جزئیات دوشنبه اعلام می‌شود.",
    "بازدید از موزه",
    # Hindi: beside offers, embeds, apps, polls, live blogs
    "बाईं ओर स्वाइप करें।",
    "मतदान रविवार को होगा।",
    # Indonesian: beside offers, embeds, apps, polls, live blogs
    "Berita dibuat oleh AI, kata polisi.",
    "Geser ke kiri.",
    # Vietnamese: beside offers, embeds, apps, polls, live blogs
    "Nội dung do AI tạo ra tràn lan trên mạng.",
    "Vuốt sang trái.",
    # Japanese: beside offers, embeds, apps, polls, live blogs
    "動画に橋が映っていた。",
    "投票は日曜日に行われる。",
    # Chinese: beside offers, embeds, apps, polls, live blogs
    "与警方合作,市政府关闭了大桥。",
    "向左滑动。",
    # Korean: beside offers, embeds, apps, polls, live blogs
    "투표는 일요일에 열린다.",
    "왼쪽으로 미세요.",
    # German: beside consent boxes, sign-ups, notices of newsrooms
    "Ihre Zustimmung zum Vertrag kann sie jederzeit widerrufen.",
    "Haben Sie etwas gesehen? Melden Sie sich bei der Polizei.",
    "Haben Sie Hinweise zum Täter? Wenden Sie sich an das Revier.",
    "Das Video wurde wegen der Proteste nicht gezeigt.",
    "Das Bild wurde mit KI erstellt, sagt die Forscherin.",
    "Beim Kauf einer Wohnung zahlt der Käufer eine Provision.",
    "In einer früheren Fassung des Gesetzes hieß es anders.",
    "Zugang zum Archiv",
    "Die Vorteile des Abos",
    "Jeden Tag landen Briefe im Postfach.",
    "Wir haben den Fehler korrigiert.",
    # Dutch: beside consent boxes, sign-ups, notices of newsrooms
    "Dagelijks opzegbaar",
    "De video is niet meer beschikbaar.",
    "Als je een huis verkoopt, krijgt de makelaar een commissie.",
    "Kies een abonnement dat bij je past.",
    "De audio is met AI gemaakt, zegt de politie.",
    # Swedish: beside consent boxes, sign-ups, notices of newsrooms
    "Ladda ner appen och registrera dig.",
    "Det här är en ledare som folk följer.",
    "Texten är skriven av AI, visar granskningen.",
    "Så arbetar polisen med källor",
    "Du måste vara medlem för att ta del av förmånerna.",
    # Norwegian: beside consent boxes, sign-ups, notices of newsrooms
    "Saken er over to år gammel.",
    "Hva mener du om saken?",
    "Har du tips i saken? Ring politiet.",
    "Bli med i vår",
    # Danish: beside consent boxes, sign-ups, notices of newsrooms
    "Dette kræver, at du er fyldt 18 år.",
    "Flere artikler om sagen er blevet slettet.",
    "Historien er over to år gammel.",
    # Finnish: beside consent boxes, sign-ups, notices of newsrooms
    "Keskustelu ei ole mahdollista.",
    "Teksti on tekoälyn kirjoittama.",
    "Videota ei ole enää saatavilla, poliisi kertoo.",
    # Icelandic: beside consent boxes, sign-ups, notices of newsrooms
    "Fleiri fréttir um málið hafa birst.",
    "Lokað var fyrir athugasemdir á síðunni.",
    # French: beside consent, subscriptions, tips, sign-up boxes
    "Profitez d'un accès illimité à tous les musées.",
    "Résiliez facilement votre assurance",
    "Chaque jour, nous recevons des dizaines de lettres dans notre boîte mail.",
    "Vous n'êtes pas inscrit sur les listes électorales ?",
    "Les commentaires sont modérés par une équipe de vingt personnes à Dublin.",
    "Nous pouvons recevoir une commission parlementaire, dit-il.",
    # Spanish: beside consent, subscriptions, tips, sign-up boxes
    "Disfruta de acceso ilimitado a todos los museos de la ciudad.",
    "Recibí las noticias por teléfono.",
    "Puede darse de baja en cualquier momento.",
    "Su apoyo ayuda al medio ambiente.",
    "Envía tus fotos al WhatsApp de la Policía",
    "Renovación automática. El contrato se prorroga.",
    # Italian: beside consent, subscriptions, tips, sign-up boxes
    "Puoi disdire il contratto in qualsiasi momento.",
    "Per proseguire occorre il via libera della Regione.",
    "Ogni giorno arrivano centinaia di richieste via email.",
    "Scarica l'app di Trenitalia per ricevere il rimborso.",
    "Mandaci una foto, ha scritto la madre.",
    # Portuguese: beside consent, subscriptions, tips, sign-up boxes
    "Sem fidelização",
    "Faça login para acessar o sistema do Detran.",
    "Pague R$ 100 nos Correios",
    "Envie sua denúncia para o WhatsApp da polícia",
    "Participe do grupo da igreja no WhatsApp",
    # Romanian, Catalan: beside consent, subscriptions, tips, sign-up boxes
    "Primește zilnic pe telefon mesaje de amenințare.",
    "Reproducerea este interzisă în captivitate.",
    "Rep cada setmana un correu del seu pare.",
    "Contribueix a fer un mitjà ambient net.",
    # Slavic, Baltic, Hungarian and Kazakh: beside consent, offers, tips and support
    "Деятельность Meta обсудили в суде.",
    "Если вы находитесь за границей, оформите доверенность у консула.",
    "Пропустить этот шаг",
    "Смотреть видео без VPN станет сложнее.",
    "Нам нужна ваша помощь",
    "Включите уведомления, чтобы не пропускать звонки.",
    "Программа доступна на всех платформах.",
    "Помогите нам пережить зиму",
    "Завантажте застосунок банку",
    "Станьте донором крові",
    "Pobierz aplikację mObywatel i zaloguj się.",
    "Zdjęcie wygenerowane przez AI wygrało konkurs.",
    "Byłeś świadkiem wypadku? Skontaktuj się z policją.",
    "Nie można było odtworzyć filmu z monitoringu.",
    "Zostań patronem szkoły",
    "Zmień ustawienia prywatności, aby chronić swoje dane.",
    "Staňte se dárcem krve",
    "Máte zajímavé informace? Zavolejte policii.",
    "Plný přístup k archivu dostali historici.",
    "Vysielanie skončilo v roku 1989.",
    "Публикацията е изтрита",
    "Използването на материали от стария мост е забранено.",
    "Имате информация? Обадете се в полицията.",
    "Гледайте мача на живо",
    "Objava je obrisana",
    "Za branje potrebujete očala.",
    "Kapcsolja be az értesítéseket",
    "Draudžiama naudoti telefoną be laisvų rankų įrangos.",
    "Turite informacijos? Praneškite policijai.",
    "Ziņo policijai",
    "Vaata otse kaamerasse.",
    "Біздің ауылға көп адам жазылды.",
    # Beside embeds, apps, channels, author boxes and rules of comments
    "Maçı canlı YouTube'dan izleyin.",
    "Bu metin yapay zeka ile yazılmış, dedi polis.",
    "لمتابعة آخر التطورات انضم الوزير إلى غرفة العمليات",
    "ساهم في دعم الصحافة المستقلة",
    "اپلیکیشن بانک را نصب کنید.",
    "הישארו מעודכנים",
    "לקבלת התראות בזמן אמת הותקנה מערכת בעיר.",
    "Μείνετε ενημερωμένοι από τις αρχές.",
    "Το Facebook δεν φέρει ευθύνη για τα σχόλια των χρηστών.",
    "सरकारी आंकड़े इसकी पुष्टि नहीं करते हैं।",
    "बैंक का ऐप डाउनलोड करें।",
    "ভোটে অংশ নিন",
    "আমাদের সহায়তা করুন",
    "加入投資LINE群組,遭詐騙百萬",
    "AI翻译可能有误差",
    "寄付で応援する",
    "TVerで配信中",
    "정정보도 청구",
    "인스타그램 팔로워가 늘었다.",
    "Unduh aplikasi bank dan daftar.",
    "Aktifkan notifikasi untuk transaksi",
    "Bài đăng trên trang Facebook của ông gây tranh cãi.",
    "Nhận thông báo nộp thuế",
    "Tối thiểu 8 ký tự",
    "แจ้งเบาะแสได้ที่สายด่วน 191",
    "更新于2023年的规定仍然有效。",
    "Saksikan siaran langsung di televisi pada Minggu",
    "Kirim tulisan Anda ke panitia",
    "Ακούστε το νέο τραγούδι live",
    "Mwandishi Ngugi wa Thiong'o",
    # Beside disclosures, calls and notes of outlets
    "Scammers send fake invoices straight to your inbox.",
    "Here are some tips:",
    "Please write to your councillor before Friday.",
    "The president is now on Telegram.",
    "Do I qualify?",
    "Tell us about it.",
    "Many voices",
    "He has got your back",
    "Das Thema ist weiterhin aktuell.",
    "Immer montags, wenn die Müllabfuhr kommt, bellt der Hund.",
    "Édité par Gallimard, le roman paraît jeudi.",
    "Qu'en pensez-vous ?",
    "L'essentiel",
    "As duas empresas mantêm uma parceria comercial.",
    "De que forma?",
    "Papa Francesco è anche su Whatsapp.",
    "Es rápida y liviana.",
    "Så här gör du",
    "Что думаешь?",
    "Jste politik?",
    "Svakog radnog dana u podne stiže voz.",
    "Kalbini takip et",
    "Siz ne düşünüyorsunuz?",
]


@pytest.mark.parametrize("lines", PRINTED.values(), ids=PRINTED)
def test_what_systems_print_is_known(lines: list[str]) -> None:
    assert [line for line in lines if match_phrase(line) is None] == []


@pytest.mark.parametrize("lines", OF_ARTICLES.values(), ids=OF_ARTICLES)
def test_what_articles_say_is_no_boilerplate(lines: list[str]) -> None:
    assert [line for line in lines if match_phrase(line)] == []


@pytest.mark.parametrize(("kind", "line"), BOILERPLATE, ids=[line for _, line in BOILERPLATE])
def test_a_whole_line_of_boilerplate_has_its_kind(kind, line):
    assert match_phrase(line) == kind


@pytest.mark.parametrize("line", TEXT)
def test_a_line_of_an_article_matches_nothing(line):
    assert match_phrase(line) is None


@pytest.mark.parametrize(("kind", "line"), BOILERPLATE, ids=[line for _, line in BOILERPLATE])
def test_a_sentence_that_quotes_boilerplate_stays(kind, line):
    assert match_phrase(f"“{line}”, the sign on the old pier read for nine years.") is None


@pytest.mark.parametrize(
    "line",
    ["  SHARE…", "► Share", "«Share»", "Share:", "Sh\u00adare", "\u200bshare!", "Share ♥\ufe0e"],
)
def test_case_quotes_and_marks_at_the_ends_do_not_count(line):
    assert match_phrase(line) == "share"


def test_a_block_is_boilerplate_only_if_each_of_its_sentences_is():
    assert match_phrase("Будьте в тренде! Поделиться") == "push"
    assert match_phrase("Будьте в тренде! Снег выпал в горах.") is None
    assert match_phrase("यह भी पढ़ें। शेयर करें") == "read_also"


def test_a_long_line_is_not_looked_at():
    line = "Read also: " + "x" * 40
    assert match_phrase(line) == "read_also"
    assert match_phrase(line.ljust(MAX_LENGTH + 1, "x")) is None


def test_a_long_block_is_boilerplate_if_each_of_its_sentences_is():
    sentence = "I wrote this article myself, and it expresses my own opinions. "
    block = sentence * (MAX_LENGTH // len(sentence) + 1)
    assert match_phrase(block) == "copyright"
    assert match_phrase(f"{block}Read also: {'x' * 2 * MAX_LENGTH}") is None
    assert match_phrase(sentence * (MAX_SENTENCES // len(sentence) + 1)) is None


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("We may earn a commission from links on this page. Here's our process.", "ad"),
        ("We may earn a commission from links on this page. The ferry sails again today.", "ad"),
        (f"We may earn a commission from links on this page. The ferry {'sails ' * 40}.", None),
        ("The ferry sails again. We may earn a commission from links on this page.", None),
        ("Read more. The ferry was.", None),
        ("Share this article with your friends. The ferry sails again.", None),
    ],
    ids=["half", "news in the lesser half", "more than half", "behind news", "short", "no notice"],
)
def test_block_that_begins_with_a_notice_goes_on_with_it(block, kind):
    assert match_phrase(block) == kind


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Foto: dpa", True), ("Иллюстративное фото", True), ("Share", False), ("Snow fell.", False)],
)
def test_credit_lines_are_told_apart(line, expected):
    assert (match_phrase(line) == "credit") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", True),
        ("Айгүл Серікқызы", True),
        ("Jane Doe and Max van der Berg/AFP", True),
        ("Functionality", False),
        ("the way", False),
        ("Monday the", False),
        ("3 Men", False),
    ],
)
def test_names_are_capitalised_words(text, expected):
    assert is_name(text) is expected


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_well_formed(name):
    entries = list(
        read_phrases((files("newscrawl.extraction") / "data/phrases" / name).read_text("utf-8"))
    )
    assert len(entries) == len(set(entries))
    assert {kind for kind, _ in entries} <= KINDS | {"network"}
    for number, (kind, text) in enumerate(entries):
        phrase = Phrase(number, kind, text)
        begin = begin_of_all(phrase)
        assert {start[:SHORTEST] for start in phrase.starts} == {each[:SHORTEST] for each in begin}
        whole = phrase.lines is not None
        assert all(is_met(each, phrase.starts, whole=whole) for each in begin), text
        if phrase.lines is None:
            re.compile(phrase.regex)


def begin_of_all(phrase: Phrase) -> set[str]:
    """Return the first characters of all lines of a phrase, by reading the whole of it."""
    if phrase.lines is not None:
        return set(phrase.lines)
    edges, at_end = phrase.edges
    return set() if at_end else edges


def is_met(begin: str, starts: set[str], *, whole: bool) -> bool:
    """Return whether a line, of which a piece may be known alone, begins with one of the starts."""
    return any(begin.startswith(each) or (not whole and each.startswith(begin)) for each in starts)


@pytest.mark.parametrize("name", [name for name in TABLES if name != "any.txt"])
def test_every_language_knows_the_common_kinds(name):
    text = (files("newscrawl.extraction") / "data/phrases" / name).read_text("utf-8")
    kinds = {kind for kind, _ in read_phrases(text)}
    assert kinds >= {"share", "follow", "read_also", "comments", "ad", "copyright", "credit", "ui"}


@pytest.mark.parametrize(
    ("phrase", "spellings"),
    [
        ("Share", [" Share"]),
        ("(Share|Send) it", [" Share it", " Send it"]),
        ("Read [it] now", [" Read it now", " Read now"]),
        ("[Please] read [[all] of] it", None),
        ("comment(s|)", [" comments", " comment"]),
        ("Read also[:]", [" Read also:", " Read also"]),
        (
            "Time:[about] # (min|h)",
            [" Time:about # min", " Time:about # h", " Time:# min", " Time:# h"],
        ),
        ("[你的](手机|手機)", [" 你的手机", " 你的手機", " 手机", " 手機"]),
        ("At:[the] (sea|inn)", [" At:the sea", " At:the inn", " At:sea", " At:inn"]),
    ],
)
def test_a_phrase_is_spelled_in_all_its_ways(phrase, spellings):
    spelled = spell(parse_phrase(phrase))
    if spellings is None:
        assert len(spelled) == 6
        assert all("  " not in spelling for spelling in spelled)
    else:
        assert spelled == spellings


@pytest.mark.parametrize("phrase", ["Read (it", "Read it)", "Read [it", "Read|it", "Read (it]"])
def test_a_phrase_with_stray_brackets_is_refused(phrase):
    with pytest.raises(ValueError, match=r"bracket|bar"):
        parse_phrase(phrase)


@pytest.mark.parametrize("line", ["share", "nonsense Share", "share\t"])
def test_an_entry_without_kind_or_phrase_is_refused(line):
    with pytest.raises(ValueError, match="line 2"):
        list(read_phrases(f"# head\n{line}"))


@pytest.mark.parametrize("phrase", ["*", "** share **", "#", "!!!"])
def test_a_phrase_that_would_match_anything_is_refused(phrase):
    with pytest.raises(ValueError, match="phrase"):
        PhraseTable([("share", phrase)])


@pytest.mark.parametrize(
    ("phrase", "line", "matches"),
    [
        ("News on *", "news on example.com", True),
        ("News on *", "news on example. It was sunny", False),
        ("Read also: **", "read also:what? A headline.", True),
        ("Read also: **", "read also:", False),
        ("# comments", "# comments", True),
    ],
)
def test_wildcards_are_bounded(phrase, line, matches):
    table = PhraseTable(read_phrases(f"share {phrase}"))
    spelled, patterns = table.find(f" {line}")
    found = spelled is not None or any(each.regex.fullmatch(f" {line}") for each in patterns)
    assert found is matches


def test_patterns_are_found_by_their_first_or_last_letters():
    assert read_edges(parse_phrase("[please] share *"), (3,)) == {" pl", " sh"}
    assert read_edges(parse_phrase("* on (x|telegram)"), (3,), end=True) == {"n x", "ram"}
    assert read_edges(parse_phrase("(now|on *) it"), (6, 3)) == {" now i", " on"}
    assert read_edges(parse_phrase("* share"), (3,)) is None


@pytest.mark.parametrize(
    ("phrase", "starts"),
    [
        ("share on *", {"share"}),
        ("like us on *", {"like"}),
        ("[please|kindly] (share|send) *", {"pleas", "kindl", "share", "send"}),
        ("do you like it", {"do yo"}),
        ("see (this|that)", {"see"}),
        ("se(nd|e) it", {"se"}),
        ("a ferry [sails]", {"a fer"}),
        ("a (ferry|boat)", {"a "}),
        ("# comments", {"# "}),
        ("# (comments|views)", {"# "}),
        ("# [new] comments", set()),
        ("[你的](手机|手機)", {"你的", "手机", "手機"}),
        ("(a|the) ferry", set()),
        ("(ferr(y|ies)|boats)", set()),
        ("[all] * on telegram", set()),
        ("* on telegram", set()),
        ("**", set()),
        ("!!!", set()),
    ],
)
def test_the_first_letters_are_seen_without_reading_the_whole(phrase, starts):
    assert read_starts(phrase) == starts


@pytest.mark.parametrize("first", ["log in", "sign up here", "sign up", "send it", "share it"])
def test_the_last_entry_of_a_line_counts_whatever_line_is_met_first(first):
    table = PhraseTable(
        read_phrases(
            "ui (sign up|log in)\nnewsletter sign up [here]\nui share it\nshare (share|send) it"
        )
    )
    table.find(f" {first}")
    found = [table.find(f" {line}")[0] for line in ("sign up", "log in", "share it")]
    assert [phrase.kind for phrase in found] == ["newsletter", "ui", "share"]


def test_numbers_and_spaces_are_alike():
    assert normalize_line("12\u00a0500  comments (3)") == normalize_line("7 comments (1,5)")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "line", ["À lire aussi", "Přečtěte si také", "यह भी प\u095dें", "আরও প\u09dcুন"]
)
def test_a_letter_counts_the_same_in_one_character_or_two(form, line):
    assert match_phrase(unicodedata.normalize(form, line)) == match_phrase(line) == "read_also"


def test_a_vowel_sign_at_the_end_is_no_mark():
    assert normalize_line("► हिन्दी!") == "हिन्दी"
