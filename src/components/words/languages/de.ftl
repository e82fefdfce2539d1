### Was das Panel auf Deutsch sagt. Ein Case heißt in Dynamics Anfrage.

## Kopf, Leiste und Liste

tasks-title = Aufgaben
tasks =
    { $count ->
        [one] { $count } Aufgabe
       *[other] { $count } Aufgaben
    }
waiting =
    { $count ->
        [one] { $count } wartet
       *[other] { $count } warten
    }
to-waiting = Zur wartenden Aufgabe
to-look-at = { $count } zu prüfen
rail = { $tasks }. Panel öffnen.
no-tasks = Keine Aufgaben. Anrufe und Chats aus Flex erscheinen hier.
no-tasks-yet = Anrufe und Chats erscheinen hier, sobald Flex verbunden ist.
more-tasks =
    { $count ->
        [one] { $count } weitere Aufgabe steht nicht hier, aber in Flex.
       *[other] { $count } weitere Aufgaben stehen nicht hier, aber in Flex.
    }
between = { ", " }
language-choice = Sprache
language-automatic = Wie in Dynamics

## Tastatur

shortcuts = Tastenkombinationen
shortcuts-where = Sie gelten, solange Sie im Panel sind: Klicken Sie zuerst hinein, oder gehen Sie mit Tab dorthin. Dynamics und Flex haben eigene Tasten.
shortcuts-which = Annehmen und Ablehnen meinen die Zeile, auf der Sie stehen, wenn sie wartet. Sonst meinen sie die erste Zeile: einen wartenden Anruf oder die Aufgabe, die am längsten wartet.
shortcuts-on = Tastenkombinationen aktivieren
shortcut-next = Nächste Aufgabe
shortcut-previous = Vorherige Aufgabe
shortcut-nth = Erste bis neunte Aufgabe
shortcut-help = Diese Liste
shortcut-rows = In der Liste von Zeile zu Zeile
shortcut-buttons = Zu den Schaltflächen der Zeile
close = Schließen
key-shift = Umschalt
key-enter = Eingabe
key-home = Pos1
key-end = Ende
news = { $customer }: { $news }
no-longer-waiting = { $customer } wartet nicht mehr.
task-over = { $customer }: Die Aufgabe ist beendet.
new-tasks =
    { $count ->
        [one] { $count } neue Aufgabe.
       *[other] { $count } neue Aufgaben.
    }
more-changes =
    { $count ->
        [one] { $count } weitere Änderung in der Liste.
       *[other] { $count } weitere Änderungen in der Liste.
    }

## Die Verbindungen

connections = Verbindungen
dynamics = Dynamics
flex = Flex
flex-area = Twilio Flex
link = { $name }: { $state }
link-connecting = wird verbunden
link-connected = verbunden
link-silent = antwortet nicht
link-not-connected = nicht verbunden
link-loading = wird geladen
link-waiting = keine Antwort
link-reconnecting = wird neu verbunden
link-signed-out = abgemeldet
link-replaced = abgelöst
link-other-version = andere Version
link-too-old = zu alt
loading-flex = Flex wird geladen

## Die Aktivität

activity = Ihre Aktivität in Flex
activity-offline = { $name }: Flex stellt keine Anrufe her, und Ihnen werden keine Aufgaben zugeteilt
activity-available = { $name }: Aufgaben werden Ihnen zugeteilt
activity-away = { $name }: Ihnen werden keine Aufgaben zugeteilt

## Eine Aufgabe

channel =
    { $channel ->
        [voice] Anruf
        [callback] Rückruf
        [voicemail] Sprachnachricht
        [chat] Webchat
        [sms] SMS
        [email] E-Mail
        [whatsapp] WhatsApp
        [messenger] Messenger
        [instagram] Instagram
        [google-business] Google Business
        [apple-messages] Apple Messages
        [rcs] RCS
       *[other] { $name }
    }
state-calling = Wird angerufen
state-waiting = Wartet
state-on-hold = Gehalten
state-in-call = Im Gespräch
state-active = Aktiv
state-wrap-up = Nachbearbeitung
state-paused = Pausiert
unread = { $count } ungelesen
whole-time = Insgesamt { $time }
awaits-answer = Der Kunde wartet seit { $time } auf eine Antwort.
muted = Stumm
opening = Wird geöffnet
ready = Bereit
record-ready = Datensatz bereit
selected = ausgewählt
unknown-customer = Unbekannter Kunde
no-record = Kein Datensatz
entity =
    { $entity ->
        [case] Anfrage
       *[contact] Kontakt
    }
arrival =
    { $kind ->
        [voice] Neu: Anruf von { $customer }, wartet.
        [callback] Neu: Rückruf an { $customer }, wartet.
        [voicemail] Neu: Sprachnachricht von { $customer }, wartet.
        [chat] Neu: Chat von { $customer }, wartet.
        [sms] Neu: SMS von { $customer }, wartet.
        [email] Neu: E-Mail von { $customer }, wartet.
       *[other] Neu: { $name } von { $customer }, wartet.
    }
foreign-record =
    { $entity ->
        [case] Die Anfrage im Vordergrund gehört zu { $customer }, nicht zu diesem Kunden.
       *[contact] Der Kontakt im Vordergrund ist { $customer }, nicht dieser Kunde.
    }
    .remedy = Schreiben Sie dort nichts zu diesem Gespräch.
foreign-record-unnamed =
    { $entity ->
        [case] Die Anfrage im Vordergrund gehört zu einem anderen Kunden.
       *[contact] Der Kontakt im Vordergrund ist ein anderer Kunde.
    }
    .remedy = Schreiben Sie dort nichts zu diesem Gespräch.
out-of-reach = Der Datensatz ist vielleicht in der Sitzung einer anderen Anwendung geöffnet.
    .remedy = Wenn Sie ihn nicht sehen, wechseln Sie in diese Sitzung, oder öffnen Sie ihn hier.

## Schaltflächen

about = { $act }: { $customer }
accept = Annehmen
decline = Ablehnen
hold = Halten
unhold = Fortsetzen
hang-up = Auflegen
cancel-call = Anruf abbrechen
leave-call = Verlassen
end = Beenden
complete = Abschließen
copy-number = Nummer kopieren
number-copied = Nummer kopiert
open =
    { $entity ->
        [case] Anfrage öffnen
       *[contact] Kontakt öffnen
    }
needs-flex = Flex ist nicht verbunden
call-not-here = Der Anruf ist noch nicht in diesem Browser angekommen
dismiss = Schließen
reload = Neu laden
reload-flex = Flex neu laden
work-here = Hier arbeiten

## Was mit der Verbindung zu Flex nicht stimmt

flex-not-answering = Flex hat noch nicht geantwortet.
    .remedy = Wenn Flex nach Ihrer Anmeldung fragt, melden Sie sich unten an, und lassen Sie das Pop-up zu. Das Panel wartet weiter.
flex-signed-out = Sie sind bei Flex abgemeldet.
    .remedy = Melden Sie sich unten wieder an, oder laden Sie Flex neu.
flex-replaced = Flex wurde an anderer Stelle geöffnet und damit hier beendet.
    .remedy = Schließen Sie das andere Flex, und laden Sie es dann hier neu.
flex-other-version = Das Skript des Panels in Flex hat eine andere Version ({ $theirs }).
    .remedy = Flex funktioniert, läuft aber nicht mehr im Gleichschritt. Ein Administrator sollte Skript und Panel aus demselben Release bereitstellen.
flex-unfit = Mit dieser Version von Flex kann das Panel nicht arbeiten: Es fehlt { $lacks }.
    .remedy = Flex funktioniert, läuft aber nicht mehr im Gleichschritt. Ein Administrator sollte das Konto auf Flex UI 2.6 oder neuer umstellen.
stale =
    { $why ->
        [loading] Flex wird geladen.
        [not-answering] Flex hat noch nicht geantwortet.
        [reconnecting] Flex verbindet sich neu.
        [signed-out] Sie sind bei Flex abgemeldet.
        [replaced] Flex wurde an anderer Stelle geöffnet.
       *[out-of-step] Flex läuft nicht im Gleichschritt.
    }
    .remedy = Die Liste ist möglicherweise veraltet.
checklist = Was ein Administrator prüfen sollte
checklist-allowed = Twilio Console, Flex, Allowed URLs: Sowohl { $panel } als auch { $dynamics } sind eingetragen.
checklist-origins = Flex-Konfiguration, ui_attributes.cif_panel.origins: { $panel } ist eingetragen.
checklist-plugin = Das Skript des Panels ist in Flex als Plugin bereitgestellt.
checklist-popup = Die Anmeldung bei Flex erfolgt in einem Pop-up, und der Browser lässt hier Pop-ups zu.

## Was mit einer Aufgabe nicht stimmt

attributes-unreadable = Die Details der Aufgabe sind nicht lesbar.
    .remedy = Sie können die Aufgabe bearbeiten; suchen Sie den Datensatz des Kunden selbst in Dynamics.
malformed-id = { $attribute } der Aufgabe, „{ $value }“, ist keine ID eines Datensatzes.
    .remedy = Sie können die Aufgabe bearbeiten; suchen Sie den Datensatz des Kunden selbst in Dynamics.
record-not-found =
    { $entity ->
        [case] Diese Anfrage gibt es in Dynamics nicht.
       *[contact] Diesen Kontakt gibt es in Dynamics nicht.
    }
    .remedy = Vielleicht wurde der Datensatz gelöscht, oder Sie dürfen ihn nicht lesen.
record-ambiguous =
    { $entity ->
        [case] Dynamics nennt { $count } Datensätze zu dieser Anfrage.
       *[contact] Dynamics nennt { $count } Datensätze zu diesem Kontakt.
    }
    .remedy = Es wurde nichts geöffnet. Öffnen Sie den Datensatz trotzdem, oder suchen Sie ihn in Dynamics.
record-refused =
    { $entity ->
        [case] Die Anfrage konnte nicht geöffnet werden: { $why }.
       *[contact] Der Kontakt konnte nicht geöffnet werden: { $why }.
    }
    .remedy = Versuchen Sie erneut, den Datensatz zu öffnen.
record-forbidden =
    { $entity ->
        [case] Sie dürfen diese Anfrage nicht öffnen: Ihnen fehlt { $privilege }.
       *[contact] Sie dürfen diesen Kontakt nicht öffnen: Ihnen fehlt { $privilege }.
    }
    .remedy = Bitten Sie Ihren Administrator um diese Berechtigung in Dynamics.
record-not-shown =
    { $entity ->
        [case] Die Anfrage ist noch nicht erschienen.
       *[contact] Der Kontakt ist noch nicht erschienen.
    }
    .remedy = Vielleicht ist Dynamics langsam. Warten Sie ein wenig, oder öffnen Sie den Datensatz erneut.
tab-not-focused = Die Registerkarte konnte nicht nach vorn geholt werden: { $why }.
    .remedy = Wählen Sie die Registerkarte selbst in Dynamics.
session-behind = Der Datensatz ist in einer anderen Sitzung.
    .remedy = Klicken Sie links in Dynamics auf die Sitzung des Kunden.
session-full = Die Sitzung in Dynamics ist voll: Sie nimmt keine weitere Registerkarte auf.
    .remedy = Schließen Sie dort eine Registerkarte: Der Datensatz öffnet sich dann von selbst. Wenn nicht, drücken Sie „Öffnen“.
session-not-made = Es konnte keine eigene Sitzung angelegt werden: { $why }.
    .remedy = Der Datensatz öffnet sich in der Sitzung im Vordergrund.
other-call = Dieser Browser führt ein anderes Gespräch, daher wurde dieses nicht beendet.
    .remedy = Wählen Sie die Aufgabe in Flex aus. Wenn Sie dieses Gespräch hören, beenden Sie es erneut.

## Was mit einem Befehl nicht stimmt

flex-action =
    { $action ->
        [SelectTask] Aufgabe auswählen
        [AcceptTask] Aufgabe annehmen
        [RejectTask] Aufgabe ablehnen
        [WrapupTask] Konversation beenden
        [CompleteTask] Aufgabe abschließen
        [HangupCall] Auflegen
        [HoldCall] Kunden halten
        [UnholdCall] Gespräch fortsetzen
        [SendDTMFDigits] Durchwahl senden
        [StartOutboundCall] Anrufen
        [SetActivity] Aktivität ändern
       *[other] { $action }
    }
command-failed = „{ $action }“ ist in Flex nicht gelungen: { $why }.
    .remedy = Sehen Sie unten in Flex nach, ob es geschehen ist, und versuchen Sie es dann erneut.
command-timed-out = Flex hat nicht rechtzeitig gemeldet, ob „{ $action }“ gelungen ist.
    .remedy = Sehen Sie unten in Flex nach, ob es geschehen ist, und versuchen Sie es dann erneut.
command-not-connected = Flex ist nicht verbunden
command-no-answer = Flex hat nicht rechtzeitig geantwortet
command-unknown-task = Flex hat diese Aufgabe nicht mehr
command-refused = Flex hat es abgelehnt
command-refused-because = Flex hat es abgelehnt („{ $words }“)
command-held-back = ein Plugin in Flex hält es zurück, vielleicht kommt es später
command-not-its-call = das Gespräch in diesem Browser ist ein anderes
activity-not-changed = Flex hat Ihre Aktivität nicht geändert.
    .remedy = Sehen Sie in Flex nach, warum, und wählen Sie die Aktivität erneut.
activity-held-back = Ein Flex-Plugin hält diesen Wechsel der Aktivität zurück.
    .remedy = Er kommt vielleicht später. Sehen Sie in Flex nach, worauf das Plugin wartet.
mode-refused = Das Panel konnte nicht angedockt oder minimiert werden: { $why }.
    .remedy = Verwenden Sie die Schaltfläche am Rand des Panels.
call-timed-out = Dynamics hat nicht rechtzeitig geantwortet
call-malformed = Dynamics hat etwas geantwortet, das das Panel nicht versteht
call-refused = Dynamics hat es abgelehnt
call-refused-because = Dynamics hat es abgelehnt („{ $words }“)

## Wählen, und was dabei nicht stimmt

reading-number = „{ $text }“ wird als Telefonnummer gelesen.
    .remedy = Der Anruf beginnt, sobald feststeht, dass es eine ist.
dialling = Der Anruf bei { $number } wird gestartet.
    .remedy = Der Anruf erscheint in der Liste, sobald Flex ihn begonnen hat.
dialling-unnamed = Der Anruf wird gestartet.
    .remedy = Der Anruf erscheint in der Liste, sobald Flex ihn begonnen hat.
not-a-number = „{ $text }“ wurde nicht gewählt: Das ist keine Telefonnummer.
    .remedy = Berichtigen Sie das Feld, oder wählen Sie in Flex.
no-country = „{ $text }“ wurde nicht gewählt: Die Landesvorwahl fehlt.
    .remedy = Schreiben Sie die Nummer mit Landesvorwahl (+49 …). Ein Administrator kann defaultCountry in config.json festlegen.
not-of-country = „{ $text }“ wurde nicht gewählt: Das ist keine Nummer aus diesem Land: { $country }.
    .remedy = Ist es die Nummer eines anderen Landes, schreiben Sie sie mit + und Landesvorwahl. Sonst berichtigen Sie das Feld.
too-short = „{ $text }“ wurde nicht gewählt: Die Nummer ist zu kurz.
    .remedy = Berichtigen Sie das Feld, oder wählen Sie in Flex.
too-long = „{ $text }“ wurde nicht gewählt: Die Nummer ist zu lang.
    .remedy = Berichtigen Sie das Feld, oder wählen Sie in Flex.
letters-no-number = „{ $text }“ wurde nicht gewählt: Die Buchstaben ergeben keine Nummer.
    .remedy = Berichtigen Sie das Feld, oder wählen Sie in Flex.
several-numbers = „{ $text }“ enthält mehrere Nummern.
    .remedy = Wählen Sie aus, welche angerufen wird.
call-number = { $number } anrufen
call-extension = { $number } anrufen, Durchwahl { $extension }
send-extension = Durchwahl { $digits } senden
enter-extension = Durchwahl { $digits }.
    .remedy = Geben Sie sie an Ihrem Telefon ein, sobald der Anruf angenommen ist.
rules-not-loaded = „{ $text }“ wurde nicht gewählt: Die Regeln für Telefonnummern konnten nicht geladen werden.
    .remedy = Klicken Sie erneut auf die Nummer, oder wählen Sie in Flex.
call-live = Sie führen bereits ein Gespräch.
    .remedy = Beenden Sie es, und klicken Sie dann erneut auf die Nummer.
call-waits = Ein Anruf wartet.
    .remedy = Nehmen Sie ihn an, oder lehnen Sie ihn ab, und klicken Sie dann erneut auf die Nummer.
callback-is-call = Flex hält einen Rückruf in Ihrer Liste für ein Gespräch; sein Kanal ist nicht registriert.
    .remedy = Schließen Sie den Rückruf ab, oder wählen Sie in Flex. Ein Administrator sollte in Flex einen Aufgabenkanal für Rückrufe registrieren.
call-live-elsewhere = Im Fenster, das Flex hat, läuft ein Gespräch.
    .remedy = Beenden Sie es dort, und wählen Sie dann erneut, hier zu arbeiten.
not-carried = Kein Fenster mit Flex hat geantwortet, daher wurde Ihre Aktion nicht ausgeführt.
    .remedy = Warten Sie, bis ein Fenster Flex hat, und versuchen Sie es dann erneut.
perhaps-carried = Das Fenster, das Flex hat, hat nicht geantwortet. Ob Ihre Aktion ausgeführt wurde, ist unbekannt.
    .remedy = Sehen Sie in der Liste nach, bevor Sie es erneut versuchen.
worker-offline = Sie sind in Flex offline, daher wurde kein Anruf gestartet.
    .remedy = Wählen Sie in Flex eine andere Aktivität, und klicken Sie dann erneut auf die Nummer.
flex-not-connected = Flex ist nicht verbunden, daher wurde kein Anruf gestartet.
    .remedy = Warten Sie, bis Flex verbunden ist, oder melden Sie sich an, und klicken Sie dann erneut auf die Nummer.
no-outbound-task = Flex hat den Anruf bei { $number } nicht gestartet.
    .remedy = Prüfen Sie, ob dieser Browser das Mikrofon verwenden darf, und versuchen Sie es dann erneut.
no-outbound-task-unnamed = Flex hat den Anruf, um den Sie vor dem Neuladen gebeten haben, nicht gestartet.
    .remedy = Prüfen Sie, ob dieser Browser das Mikrofon verwenden darf, und versuchen Sie es dann erneut.

## Was mit Dynamics nicht stimmt

not-in-dynamics = Diese Seite befindet sich nicht in Dynamics.
    .remedy = Öffnen Sie Dynamics; dort erscheint das Panel von selbst. Seine Adresse gehört in den Datensatz des Kanalanbieters.
library-not-loaded = Die Clientbibliothek von Dynamics konnte nicht von { $url } geladen werden.
    .remedy = Ein Administrator sollte dynamicsUrl in config.json und die Content-Security-Policy dieser Seite prüfen.
host-silent = Dynamics antwortet nicht.
    .remedy = Das Panel fragt weiter. Bleibt es so, laden Sie die Seite neu; ein Administrator sollte prüfen, ob die Kanal-URL des Anbieters diese Seite ist.
host-silent-because = Dynamics antwortet nicht wie erwartet: { $why }.
    .remedy = Das Panel fragt weiter. Bleibt es so, laden Sie die Seite neu; ein Administrator sollte prüfen, ob die Kanal-URL des Anbieters diese Seite ist.
other-organization = Dynamics meldet sich als { $told }; das ist nicht die konfigurierte Organisation.
    .remedy = Ein Administrator sollte dynamicsUrl in config.json prüfen.
events-not-heard = Dem Panel entgeht möglicherweise, was in Dynamics geschieht: { $why }.
    .remedy = Wählen Sie Aufgaben in der Liste aus, nicht über ihre Registerkarten, und wählen Sie Nummern in Flex. Laden Sie die Seite neu, um es erneut zu versuchen.
click-to-act-refused = Telefonfelder lassen sich nicht zum Anrufen anklicken: { $why }.
    .remedy = Wählen Sie in Flex. Ein Administrator kann Click-to-Act im Datensatz des Anbieters einschalten.
custom-parameters = Die Custom Parameters des Anbieters werden nicht verwendet. { $why }
    .remedy = Die konfigurierten Werte bleiben. Ein Administrator sollte den Datensatz des Anbieters berichtigen.

## Was mit der Konfiguration nicht stimmt

place =
    { $place ->
        [file] config.json
        [build] Vorgaben dieses Builds (.env)
       *[custom-parameters] Custom Parameters des Kanalanbieters
    }
config-silent = config.json konnte nicht abgerufen werden: Der Server hat nicht geantwortet.
config-status = config.json konnte nicht abgerufen werden: Der Server hat mit { $status } geantwortet.
config-failed = config.json konnte nicht abgerufen werden ({ $words }).
config-not-json = { $place }: Erwartet wird ein JSON-Objekt, aber ab Zeile { $line }, Spalte { $column } ist es kein JSON.
config-not-an-object = { $place }: Erwartet wird ein JSON-Objekt, aber es ist etwas anderes.
config-unknown-key = { $place }: Den Schlüssel „{ $key }“ gibt es nicht. Bekannt sind: { $known }.
config-not-there = { $place }: „{ $key }“ lässt sich nur in config.json und beim Build festlegen.
config-bad-value = { $place }: „{ $key }“ ist { $value }; das ist nicht erlaubt. Erlaubt: { $allowed }.
config-missing = „{ $key }“ ist weder in config.json noch beim Build festgelegt. Erlaubt: { $allowed }.
defaults-in-force = Der Server hat keine config.json, deshalb gelten die Vorgaben dieses Builds.
    .remedy = Wenn das so gewollt ist, kann ein Administrator eine config.json mit {"{}"} neben index.html legen. Wenn es eine gibt, liefert der Server sie nicht aus: IIS braucht einen MIME-Typ für .json.
allowed =
    { $key ->
        [dynamicsUrl] die https-Adresse einer Organisation auf dynamics.com oder in einer Sovereign Cloud, ohne Pfad (http nur auf localhost) und nicht neben dynamicsOrg
        [dynamicsOrg] der Name einer Organisation wie acme oder acme.crm4, nicht neben dynamicsUrl
        [flexUrl] eine https-Adresse (http nur auf localhost)
        [defaultCountry] ein Land in zwei Buchstaben (ISO 3166) wie DE
        [popOn] reserved oder accepted
        [arrival] auto, keep, bring oder wait
        [openWith] auto, search oder form
        [sessions] shared oder perTask
        [sessionTemplate] der eindeutige Name einer Sitzungsvorlage
       *[enableClickToAct] ask oder never
    }
config-title = Das Panel ist nicht richtig eingerichtet
config-remedy = Ein Administrator sollte das berichtigen und die Seite dann neu laden.

## Fenster und Seiten

following = Flex läuft in einem anderen Fenster, das um { $time } geöffnet wurde.
    .remedy = Was Sie hier tun, geschieht dort.
looking-for-leader = Das Fenster, das Flex hat, wird gesucht.
    .remedy = Findet sich keines, wird Flex hier geladen.
alone = Dieser Browser kann Ihren Fenstern nichts voneinander mitteilen, daher lädt jedes Flex für sich.
    .remedy = Lassen Sie Dynamics nur in einem Fenster geöffnet: Flex beendet alle außer dem zuletzt geöffneten.
starting = Wird gestartet
crashed = Das Panel ist stehen geblieben
    .remedy = Ihre Anrufe und Chats laufen in Flex weiter. Laden Sie das Panel neu, um sie wieder zu sehen.

## Beim Laden, solange es noch kein Rust gibt (start.js)

load-slow = Das Panel ist noch nicht gestartet
    .remedy = Laden Sie die Seite neu. Wenn es so bleibt, sollte ein Administrator start.js prüfen.
load-failed = Das Panel konnte nicht starten
    .remedy = Laden Sie die Seite neu. Wenn es so bleibt, braucht ein Administrator diese Angaben:
load-not-served = Der Server antwortet für { $file } mit { $status }.
    .remedy = Kopieren Sie den ganzen Ordner dist/ auf den Server; IIS braucht außerdem einen MIME-Typ für .wasm.
load-page-instead = Der Server antwortet mit einer Seite anstelle von { $file }.
    .remedy = Kopieren Sie den ganzen Ordner dist/ auf den Server, und lassen Sie ihn für eine fehlende Datei mit 404 antworten, nicht mit index.html.
load-forbidden = Die Content-Security-Policy der Seite verbietet WebAssembly.
    .remedy = Ergänzen Sie ihr script-src um 'wasm-unsafe-eval'.
load-unsupported = Dieser Browser hat kein WebAssembly, oder es ist abgeschaltet.
    .remedy = Verwenden Sie einen aktuellen Edge oder Chrome, in dem WebAssembly erlaubt ist.
load-old-page = Diese Seite ist eine alte aus einem Cache: Der Server hat { $file } nicht mehr.
    .remedy = Senden Sie mit index.html Cache-Control: no-cache.
load-unusable = { $file } lässt sich nicht verwenden ({ $words }).
    .remedy = Prüfen Sie die Verbindung, die Version des Browsers und die Datei auf dem Server.

## Diagnostics

diagnostics = Diagnose
back = Zurück
diagnostics-versions = Versionen
diagnostics-configuration = Konfiguration
diagnostics-counters = Zähler
diagnostics-log = Ereignisse und Wirkungen
diagnostics-untold = nicht mitgeteilt
diagnostics-unset = nicht gesetzt
diagnostics-personal = Personenbezogene Daten anzeigen
    .remedy = Sonst sind Namen, Nummern, Titel und Datensätze unkenntlich, hier und in dem, was Sie kopieren oder herunterladen.
diagnostics-copy = Kopieren
diagnostics-copied = Bericht kopiert
diagnostics-not-copied = Nicht kopiert: Laden Sie den Bericht stattdessen herunter
diagnostics-download = Herunterladen
diagnostics-search = Suchen
diagnostics-direction = Richtung
diagnostics-side = Seite
diagnostics-all = Alle
diagnostics-event = Ereignis
diagnostics-effect = Wirkung
diagnostics-matches = { $count } von { $all }
diagnostics-more = Ältere anzeigen
