### Ce que le panneau dit en français. Un Case s'appelle incident dans Dynamics.

## En-tête, barre et liste

tasks-title = Tâches
tasks =
    { $count ->
        [one] { $count } tâche
       *[other] { $count } tâches
    }
waiting = { $count } en attente
to-waiting = Aller à la tâche en attente
to-look-at = { $count } à vérifier
rail = { $tasks }. Ouvrir le panneau.
no-tasks = Aucune tâche. Les appels et les chats de Flex apparaissent ici.
no-tasks-yet = Les appels et les chats apparaîtront ici dès que Flex sera connecté.
more-tasks =
    { $count ->
        [one] { $count } autre tâche n'est pas affichée ici, mais dans Flex.
       *[other] { $count } autres tâches ne sont pas affichées ici, mais dans Flex.
    }
between = { ", " }
language-choice = Langue
language-automatic = Comme dans Dynamics

## Clavier

shortcuts = Raccourcis clavier
shortcuts-where = Ils fonctionnent tant que vous êtes dans le panneau : cliquez d'abord dedans ou allez-y avec Tab. Dynamics et Flex ont leurs propres touches.
shortcuts-which = Accepter et Refuser visent la ligne où vous êtes, si elle attend. Sinon ils visent la première ligne : un appel en attente, ou la tâche qui attend depuis le plus longtemps.
shortcuts-on = Activer les raccourcis
shortcut-next = Tâche suivante
shortcut-previous = Tâche précédente
shortcut-nth = De la première à la neuvième tâche
shortcut-help = Cette liste
shortcut-rows = D'une ligne à l'autre dans la liste
shortcut-buttons = Vers les boutons de la ligne
close = Fermer
key-shift = Maj
key-enter = Entrée
key-home = Début
key-end = Fin
news = { $customer } : { $news }
no-longer-waiting = { $customer } n'attend plus.
task-over = { $customer } : la tâche est terminée.
new-tasks =
    { $count ->
        [one] { $count } nouvelle tâche.
       *[other] { $count } nouvelles tâches.
    }
more-changes =
    { $count ->
        [one] { $count } autre changement dans la liste.
       *[other] { $count } autres changements dans la liste.
    }

## Les liaisons

connections = Connexions
dynamics = Dynamics
flex = Flex
flex-area = Twilio Flex
link = { $name } : { $state }
link-connecting = connexion en cours
link-connected = connecté
link-silent = ne répond pas
link-not-connected = non connecté
link-loading = chargement
link-waiting = pas de réponse
link-reconnecting = reconnexion en cours
link-signed-out = déconnecté
link-replaced = remplacé
link-other-version = autre version
link-too-old = trop ancien
loading-flex = Chargement de Flex

## L'activité

activity = Votre activité dans Flex
activity-offline = { $name } : Flex ne passe aucun appel et aucune tâche ne vous est attribuée
activity-available = { $name } : des tâches vous sont attribuées
activity-away = { $name } : aucune tâche ne vous est attribuée

## Une tâche

channel =
    { $channel ->
        [voice] Appel
        [callback] Rappel
        [voicemail] Message vocal
        [chat] Chat web
        [sms] SMS
        [email] E-mail
        [whatsapp] WhatsApp
        [messenger] Messenger
        [instagram] Instagram
        [google-business] Google Business
        [apple-messages] Apple Messages
        [rcs] RCS
       *[other] { $name }
    }
state-calling = Appel sortant
state-waiting = En attente
state-on-hold = En garde
state-in-call = En communication
state-active = Active
state-wrap-up = Post-traitement
state-paused = En pause
unread =
    { $count ->
        [one] { $count } non lu
       *[other] { $count } non lus
    }
whole-time = { $time } au total
awaits-answer = Le client attend une réponse depuis { $time }.
muted = Micro coupé
opening = Ouverture
ready = Prêt
record-ready = enregistrement prêt
selected = sélectionnée
unknown-customer = Client inconnu
no-record = Aucun enregistrement
entity =
    { $entity ->
        [case] Incident
       *[contact] Contact
    }
arrival =
    { $kind ->
        [voice] Nouveau : appel de { $customer }, en attente.
        [callback] Nouveau : rappel de { $customer }, en attente.
        [voicemail] Nouveau : message vocal de { $customer }, en attente.
        [chat] Nouveau : chat de { $customer }, en attente.
        [sms] Nouveau : SMS de { $customer }, en attente.
        [email] Nouveau : e-mail de { $customer }, en attente.
       *[other] Nouveau : { $name } de { $customer }, en attente.
    }
foreign-record =
    { $entity ->
        [case] L'incident au premier plan est celui de { $customer }, pas celui de ce client.
       *[contact] Le contact au premier plan est { $customer }, pas ce client.
    }
    .remedy = N'y écrivez rien sur cette conversation.
foreign-record-unnamed =
    { $entity ->
        [case] L'incident au premier plan est celui d'un autre client.
       *[contact] Le contact au premier plan est un autre client.
    }
    .remedy = N'y écrivez rien sur cette conversation.
out-of-reach = L'enregistrement est peut-être ouvert dans la session d'une autre application.
    .remedy = Si vous ne le voyez pas, allez dans cette session ou ouvrez-le ici.

## Boutons

about = { $act } : { $customer }
accept = Accepter
decline = Refuser
hold = Mettre en garde
unhold = Reprendre
hang-up = Raccrocher
cancel-call = Annuler l'appel
leave-call = Quitter
end = Terminer
complete = Clôturer
copy-number = Copier le numéro
number-copied = Numéro copié
open =
    { $entity ->
        [case] Ouvrir l'incident
       *[contact] Ouvrir le contact
    }
needs-flex = Flex n'est pas connecté
call-not-here = L'appel n'est pas encore arrivé dans ce navigateur
dismiss = Ignorer
reload = Recharger
reload-flex = Recharger Flex
work-here = Travailler ici

## Ce qui ne va pas avec la liaison à Flex

flex-not-answering = Flex n'a pas encore répondu.
    .remedy = Si Flex vous demande de vous connecter, connectez-vous ci-dessous et autorisez sa fenêtre contextuelle. Le panneau continue d'attendre.
flex-signed-out = Vous êtes déconnecté de Flex.
    .remedy = Reconnectez-vous ci-dessous ou rechargez Flex.
flex-replaced = Flex a été ouvert ailleurs, ce qui l'a fermé ici.
    .remedy = Fermez l'autre, puis rechargez Flex.
flex-other-version = Le script du panneau dans Flex est d'une autre version ({ $theirs }).
    .remedy = Flex fonctionne, mais n'est plus synchronisé. Un administrateur doit déployer le script et le panneau d'une même version.
flex-unfit = Le panneau ne peut pas fonctionner avec cette version de Flex : il lui manque { $lacks }.
    .remedy = Flex fonctionne, mais n'est plus synchronisé. Un administrateur doit passer le compte à Flex UI 2.6 ou ultérieure.
stale =
    { $why ->
        [loading] Flex est en cours de chargement.
        [not-answering] Flex n'a pas encore répondu.
        [reconnecting] Flex se reconnecte.
        [signed-out] Vous êtes déconnecté de Flex.
        [replaced] Flex a été ouvert ailleurs.
       *[out-of-step] Flex n'est pas synchronisé.
    }
    .remedy = La liste n'est peut-être plus à jour.
checklist = Ce qu'un administrateur doit vérifier
checklist-allowed = Twilio Console, Flex, Allowed URLs : { $panel } et { $dynamics } y figurent tous les deux.
checklist-origins = Configuration de Flex, ui_attributes.cif_panel.origins : { $panel } y figure.
checklist-plugin = Le script du panneau est déployé dans Flex en tant que plug-in.
checklist-popup = La connexion à Flex passe par une fenêtre contextuelle, et le navigateur l'autorise ici.

## Ce qui ne va pas avec une tâche

attributes-unreadable = Les détails de la tâche sont illisibles.
    .remedy = Vous pouvez traiter la tâche ; cherchez vous-même l'enregistrement du client dans Dynamics.
malformed-id = { $attribute } de la tâche, « { $value } », n'est pas un identifiant d'enregistrement.
    .remedy = Vous pouvez traiter la tâche ; cherchez vous-même l'enregistrement du client dans Dynamics.
record-not-found =
    { $entity ->
        [case] Cet incident n'existe pas dans Dynamics.
       *[contact] Ce contact n'existe pas dans Dynamics.
    }
    .remedy = Il a peut-être été supprimé, ou vous n'êtes pas autorisé à le lire.
record-ambiguous =
    { $entity ->
        [case] Dynamics indique { $count } enregistrements pour cet incident.
       *[contact] Dynamics indique { $count } enregistrements pour ce contact.
    }
    .remedy = Rien n'a été ouvert. Ouvrez-le quand même ou cherchez-le dans Dynamics.
record-refused =
    { $entity ->
        [case] L'incident n'a pas pu être ouvert : { $why }.
       *[contact] Le contact n'a pas pu être ouvert : { $why }.
    }
    .remedy = Essayez de l'ouvrir à nouveau.
record-forbidden =
    { $entity ->
        [case] Vous n'êtes pas autorisé à ouvrir cet incident : il vous manque { $privilege }.
       *[contact] Vous n'êtes pas autorisé à ouvrir ce contact : il vous manque { $privilege }.
    }
    .remedy = Demandez ce privilège dans Dynamics à votre administrateur.
record-not-shown =
    { $entity ->
        [case] L'incident n'est pas encore apparu.
       *[contact] Le contact n'est pas encore apparu.
    }
    .remedy = Dynamics est peut-être lent. Attendez un peu ou ouvrez-le à nouveau.
tab-not-focused = L'onglet n'a pas pu être mis au premier plan : { $why }.
    .remedy = Choisissez vous-même l'onglet dans Dynamics.
session-behind = L'enregistrement est dans une autre session.
    .remedy = Cliquez sur la session du client à gauche dans Dynamics.
session-full = La session dans Dynamics est pleine : elle n'accepte plus d'onglets.
    .remedy = Fermez-y un onglet : l'enregistrement s'ouvre alors de lui-même. Sinon, appuyez sur Ouvrir.
session-not-made = Aucune session dédiée n'a pu être créée : { $why }.
    .remedy = Son enregistrement s'ouvre dans la session au premier plan.
other-call = Ce navigateur est dans un autre appel : celui-ci n'a pas été terminé.
    .remedy = Sélectionnez la tâche dans Flex. Quand vous entendez cet appel, terminez-le à nouveau.

## Ce qui ne va pas avec une commande

flex-action =
    { $action ->
        [SelectTask] Sélectionner la tâche
        [AcceptTask] Accepter la tâche
        [RejectTask] Refuser la tâche
        [WrapupTask] Terminer la conversation
        [CompleteTask] Clôturer la tâche
        [HangupCall] Raccrocher
        [HoldCall] Mettre le client en garde
        [UnholdCall] Reprendre le client
        [SendDTMFDigits] Envoyer le poste
        [StartOutboundCall] Appeler
        [SetActivity] Changer d'activité
       *[other] { $action }
    }
command-failed = « { $action } » a échoué dans Flex : { $why }.
    .remedy = Vérifiez ci-dessous dans Flex si c'est fait, puis réessayez.
command-timed-out = Flex n'a pas indiqué à temps si « { $action } » a réussi.
    .remedy = Vérifiez ci-dessous dans Flex si c'est fait, puis réessayez.
command-not-connected = Flex n'est pas connecté
command-no-answer = Flex n'a pas répondu à temps
command-unknown-task = Flex n'a plus cette tâche
command-refused = Flex a refusé
command-refused-because = Flex a refusé (« { $words } »)
command-held-back = un plugin de Flex le retient, cela viendra peut-être plus tard
command-not-its-call = l'appel de ce navigateur en est un autre
activity-not-changed = Flex n'a pas changé votre activité.
    .remedy = Regardez pourquoi dans Flex, puis choisissez à nouveau l'activité.
activity-held-back = Un plugin de Flex retient ce changement d'activité.
    .remedy = Il viendra peut-être plus tard. Regardez dans Flex ce que le plugin attend.
mode-refused = Le panneau n'a pas pu être ancré ou réduit : { $why }.
    .remedy = Utilisez le bouton au bord du panneau.
call-timed-out = Dynamics n'a pas répondu à temps
call-malformed = Dynamics a répondu quelque chose que le panneau ne comprend pas
call-refused = Dynamics a refusé
call-refused-because = Dynamics a refusé (« { $words } »)

## Ce qui ne va pas avec la numérotation

reading-number = Lecture de « { $text } » comme numéro de téléphone.
    .remedy = L'appel commence dès qu'il est certain que c'en est un.
dialling = Lancement de l'appel vers { $number }.
    .remedy = L'appel apparaît dans la liste dès que Flex l'a lancé.
dialling-unnamed = Lancement de l'appel.
    .remedy = L'appel apparaît dans la liste dès que Flex l'a lancé.
not-a-number = « { $text } » n'a pas été composé : ce n'est pas un numéro de téléphone.
    .remedy = Corrigez le champ ou composez le numéro dans Flex.
no-country = « { $text } » n'a pas été composé : il manque l'indicatif du pays.
    .remedy = Écrivez le numéro avec l'indicatif du pays (+33 …). Un administrateur peut définir defaultCountry dans config.json.
not-of-country = « { $text } » n'a pas été composé : ce n'est pas un numéro de ce pays : { $country }.
    .remedy = Si c'est un numéro d'un autre pays, écrivez-le avec + et l'indicatif du pays. Sinon, corrigez le champ.
too-short = « { $text } » n'a pas été composé : le numéro est trop court.
    .remedy = Corrigez le champ ou composez le numéro dans Flex.
too-long = « { $text } » n'a pas été composé : le numéro est trop long.
    .remedy = Corrigez le champ ou composez le numéro dans Flex.
letters-no-number = « { $text } » n'a pas été composé : ses lettres ne forment pas de numéro.
    .remedy = Corrigez le champ ou composez le numéro dans Flex.
several-numbers = « { $text } » contient plusieurs numéros.
    .remedy = Choisissez celui à appeler.
call-number = Appeler le { $number }
call-extension = Appeler le { $number }, poste { $extension }
send-extension = Envoyer le poste { $digits }
enter-extension = Poste { $digits }.
    .remedy = Composez-le sur votre téléphone dès que l'appel est pris.
rules-not-loaded = « { $text } » n'a pas été composé : les règles des numéros de téléphone n'ont pas pu être chargées.
    .remedy = Cliquez à nouveau sur le numéro ou composez-le dans Flex.
call-live = Vous êtes déjà en communication.
    .remedy = Terminez l'appel, puis cliquez à nouveau sur le numéro.
call-waits = Un appel est en attente.
    .remedy = Acceptez-le ou refusez-le d'abord, puis cliquez à nouveau sur le numéro.
callback-is-call = Flex prend un rappel de votre liste pour un appel ; son canal n'est pas enregistré.
    .remedy = Clôturez le rappel ou composez le numéro dans Flex. Un administrateur devrait enregistrer dans Flex un canal de tâches pour les rappels.
call-live-elsewhere = Un appel est en cours dans la fenêtre où se trouve Flex.
    .remedy = Terminez-le là-bas, puis choisissez à nouveau de travailler ici.
not-carried = Aucune fenêtre où se trouve Flex n'a répondu : votre action n'a pas été exécutée.
    .remedy = Attendez qu'une fenêtre ait Flex, puis réessayez.
perhaps-carried = La fenêtre où se trouve Flex n'a pas répondu : on ne sait pas si votre action a été exécutée.
    .remedy = Vérifiez dans la liste avant de réessayer.
worker-offline = Vous êtes hors ligne dans Flex : aucun appel n'a été lancé.
    .remedy = Choisissez une autre activité dans Flex, puis cliquez à nouveau sur le numéro.
flex-not-connected = Flex n'est pas connecté : aucun appel n'a été lancé.
    .remedy = Attendez que Flex soit connecté ou connectez-vous, puis cliquez à nouveau sur le numéro.
no-outbound-task = Flex n'a pas lancé l'appel vers { $number }.
    .remedy = Vérifiez que ce navigateur peut utiliser le microphone, puis réessayez.
no-outbound-task-unnamed = Flex n'a pas lancé l'appel demandé avant le rechargement.
    .remedy = Vérifiez que ce navigateur peut utiliser le microphone, puis réessayez.

## Ce qui ne va pas avec Dynamics

not-in-dynamics = Cette page ne se trouve pas dans Dynamics.
    .remedy = Ouvrez Dynamics ; le panneau y apparaît de lui-même. Son adresse se saisit dans l'enregistrement du fournisseur de canal.
library-not-loaded = La bibliothèque cliente de Dynamics n'a pas pu être chargée depuis { $url }.
    .remedy = Un administrateur doit vérifier dynamicsUrl dans config.json et la Content-Security-Policy de cette page.
host-silent = Dynamics ne répond pas.
    .remedy = Le panneau continue d'attendre. Si cela persiste, rechargez la page ; un administrateur doit vérifier que l'URL de canal du fournisseur est cette page.
host-silent-because = Dynamics ne répond pas comme prévu : { $why }.
    .remedy = Le panneau continue d'attendre. Si cela persiste, rechargez la page ; un administrateur doit vérifier que l'URL de canal du fournisseur est cette page.
other-organization = Dynamics se présente comme { $told }, qui n'est pas l'organisation configurée.
    .remedy = Un administrateur doit vérifier dynamicsUrl dans config.json.
events-not-heard = Le panneau risque de ne pas voir ce qui se passe dans Dynamics : { $why }.
    .remedy = Sélectionnez les tâches dans la liste et non par leurs onglets, et composez les numéros dans Flex. Rechargez la page pour réessayer.
click-to-act-refused = Un clic sur un champ de téléphone ne lance pas d'appel : { $why }.
    .remedy = Composez le numéro dans Flex. Un administrateur peut activer click-to-act dans l'enregistrement du fournisseur.
custom-parameters = Les Custom Parameters du fournisseur ne sont pas utilisés. { $why }
    .remedy = Les valeurs configurées restent en vigueur. Un administrateur doit corriger l'enregistrement du fournisseur.

## Ce qui ne va pas avec la configuration

place =
    { $place ->
        [file] config.json
        [build] Valeurs par défaut de cette version (.env)
       *[custom-parameters] Custom Parameters du fournisseur de canal
    }
config-silent = config.json n'a pas pu être récupéré : le serveur n'a pas répondu.
config-status = config.json n'a pas pu être récupéré : le serveur a répondu { $status }.
config-failed = config.json n'a pas pu être récupéré ({ $words }).
config-not-json = { $place } : un objet JSON est attendu, mais ce n'est plus du JSON à partir de la ligne { $line }, colonne { $column }.
config-not-an-object = { $place } : un objet JSON est attendu, mais c'est autre chose.
config-unknown-key = { $place } : la clé « { $key } » n'existe pas. Clés connues : { $known }.
config-not-there = { $place } : « { $key } » ne peut être défini que dans config.json et à la compilation.
config-bad-value = { $place } : « { $key } » vaut { $value }, ce qui n'est pas autorisé. Autorisé : { $allowed }.
config-missing = « { $key } » n'est défini ni dans config.json ni à la compilation. Autorisé : { $allowed }.
defaults-in-force = Le serveur n'a pas de config.json : les valeurs par défaut de cette version s'appliquent.
    .remedy = Si c'est voulu, un administrateur peut placer un config.json contenant {"{}"} à côté d'index.html. S'il y en a un, le serveur ne le fournit pas : il faut à IIS un type MIME pour .json.
allowed =
    { $key ->
        [dynamicsUrl] l'adresse https d'une organisation sur dynamics.com ou dans un cloud souverain, sans chemin (http sur localhost uniquement) et sans dynamicsOrg à côté
        [dynamicsOrg] le nom d'une organisation, comme acme ou acme.crm4, sans dynamicsUrl à côté
        [flexUrl] une adresse https (http sur localhost uniquement)
        [defaultCountry] un pays en deux lettres (ISO 3166), comme FR
        [popOn] reserved ou accepted
        [arrival] auto, keep, bring ou wait
        [openWith] auto, search ou form
        [sessions] shared ou perTask
        [sessionTemplate] le nom unique d'un modèle de session
       *[enableClickToAct] ask ou never
    }
config-title = Le panneau n'est pas configuré correctement
config-remedy = Un administrateur doit corriger cela, puis recharger la page.

## Fenêtres et pages

following = Flex fonctionne dans une autre fenêtre, ouverte à { $time }.
    .remedy = Ce que vous faites ici se fait là-bas.
looking-for-leader = Recherche de la fenêtre où se trouve Flex.
    .remedy = S'il n'y en a pas, Flex se charge ici.
alone = Ce navigateur ne permet pas à vos fenêtres de communiquer : chacune charge Flex pour elle-même.
    .remedy = Gardez Dynamics ouvert dans une seule fenêtre : Flex les ferme toutes sauf la plus récente.
starting = Démarrage
crashed = Le panneau s'est arrêté
    .remedy = Vos appels et vos chats continuent dans Flex. Rechargez le panneau pour les revoir à l'écran.

## Au chargement, avant tout Rust (start.js)

load-slow = Le panneau n'a pas encore démarré
    .remedy = Rechargez la page. Si cela persiste, un administrateur doit vérifier start.js.
load-failed = Le panneau n'a pas pu démarrer
    .remedy = Rechargez la page. Si cela persiste, voici ce qu'un administrateur doit savoir :
load-not-served = Le serveur répond { $status } pour { $file }.
    .remedy = Copiez tout le dossier dist/ sur le serveur ; il faut aussi à IIS un type MIME pour .wasm.
load-page-instead = Le serveur répond par une page à la place de { $file }.
    .remedy = Copiez tout le dossier dist/ sur le serveur, et faites-le répondre 404 pour un fichier absent, et non par index.html.
load-forbidden = La Content-Security-Policy de la page interdit WebAssembly.
    .remedy = Ajoutez 'wasm-unsafe-eval' à son script-src.
load-unsupported = Ce navigateur n'a pas WebAssembly, ou WebAssembly est désactivé.
    .remedy = Utilisez une version actuelle d'Edge ou de Chrome, où WebAssembly est autorisé.
load-old-page = Cette page est ancienne et vient d'un cache : le serveur n'a plus { $file }.
    .remedy = Envoyez Cache-Control: no-cache avec index.html.
load-unusable = { $file } est inutilisable ({ $words }).
    .remedy = Vérifiez la connexion, la version du navigateur et le fichier sur le serveur.

## Diagnostics

diagnostics = Diagnostic
back = Retour
diagnostics-versions = Versions
diagnostics-configuration = Configuration
diagnostics-counters = Compteurs
diagnostics-log = Événements et effets
diagnostics-untold = non communiqué
diagnostics-unset = non défini
diagnostics-personal = Afficher les données personnelles
    .remedy = Sinon, les noms, numéros, titres et enregistrements sont masqués, ici et dans ce que vous copiez ou téléchargez.
diagnostics-copy = Copier
diagnostics-copied = Rapport copié
diagnostics-not-copied = Copie impossible : téléchargez plutôt le rapport
diagnostics-download = Télécharger
diagnostics-search = Rechercher
diagnostics-direction = Sens
diagnostics-side = Côté
diagnostics-all = Tous
diagnostics-event = Événement
diagnostics-effect = Effet
diagnostics-matches = { $count } sur { $all }
diagnostics-more = Afficher les plus anciens
