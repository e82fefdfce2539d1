### Lo que el panel dice en español. Un Case se llama caso en Dynamics.

## Encabezado, barra y lista

tasks-title = Tareas
tasks =
    { $count ->
        [one] { $count } tarea
       *[other] { $count } tareas
    }
waiting = { $count } en espera
to-waiting = Ir a la tarea en espera
to-look-at = { $count } por revisar
rail = { $tasks }. Abrir el panel.
no-tasks = No hay tareas. Las llamadas y los chats de Flex aparecen aquí.
no-tasks-yet = Las llamadas y los chats aparecerán aquí en cuanto Flex esté conectado.
more-tasks =
    { $count ->
        [one] { $count } tarea más no se muestra aquí, pero sí en Flex.
       *[other] { $count } tareas más no se muestran aquí, pero sí en Flex.
    }
between = { ", " }
language-choice = Idioma
language-automatic = Como en Dynamics

## Teclado

shortcuts = Métodos abreviados de teclado
shortcuts-where = Funcionan mientras usted está en el panel: haga clic en él primero o vaya allí con Tab. Dynamics y Flex tienen sus propias teclas.
shortcuts-which = Aceptar y Rechazar se refieren a la fila en la que usted está, si espera. Si no, a la primera fila: una llamada en espera o la tarea que más tiempo lleva esperando.
shortcuts-on = Activar los métodos abreviados
shortcut-next = Tarea siguiente
shortcut-previous = Tarea anterior
shortcut-nth = De la primera a la novena tarea
shortcut-help = Esta lista
shortcut-rows = De fila en fila en la lista
shortcut-buttons = A los botones de la fila
close = Cerrar
key-shift = Mayús
key-enter = Entrar
key-home = Inicio
key-end = Fin
news = { $customer }: { $news }
no-longer-waiting = { $customer } ya no espera.
task-over = { $customer }: la tarea ha terminado.
new-tasks =
    { $count ->
        [one] { $count } tarea nueva.
       *[other] { $count } tareas nuevas.
    }
more-changes =
    { $count ->
        [one] { $count } cambio más en la lista.
       *[other] { $count } cambios más en la lista.
    }

## Las conexiones

connections = Conexiones
dynamics = Dynamics
flex = Flex
flex-area = Twilio Flex
link = { $name }: { $state }
link-connecting = conectando
link-connected = conectado
link-silent = no responde
link-not-connected = no conectado
link-loading = cargando
link-waiting = sin respuesta
link-reconnecting = reconectando
link-signed-out = sesión cerrada
link-replaced = reemplazado
link-other-version = otra versión
link-too-old = demasiado antiguo
loading-flex = Cargando Flex

## La actividad

activity = Su actividad en Flex
activity-offline = { $name }: Flex no hace llamadas y no se le asignan tareas
activity-available = { $name }: se le asignan tareas
activity-away = { $name }: no se le asignan tareas

## Una tarea

channel =
    { $channel ->
        [voice] Llamada
        [callback] Devolución de llamada
        [voicemail] Mensaje de voz
        [chat] Chat web
        [sms] SMS
        [email] Correo electrónico
        [whatsapp] WhatsApp
        [messenger] Messenger
        [instagram] Instagram
        [google-business] Google Business
        [apple-messages] Apple Messages
        [rcs] RCS
       *[other] { $name }
    }
state-calling = Llamando
state-waiting = Pendiente
state-on-hold = Retenida
state-in-call = En llamada
state-active = Activa
state-wrap-up = Trabajo posterior
state-paused = En pausa
unread = { $count } sin leer
whole-time = { $time } en total
awaits-answer = El cliente espera una respuesta desde las { $time }.
muted = Silenciado
opening = Abriendo
ready = Listo
record-ready = registro listo
selected = seleccionada
unknown-customer = Cliente desconocido
no-record = Sin registro
entity =
    { $entity ->
        [case] Caso
       *[contact] Contacto
    }
arrival =
    { $kind ->
        [voice] Nuevo: llamada de { $customer }, en espera.
        [callback] Nuevo: devolver la llamada a { $customer }, en espera.
        [voicemail] Nuevo: mensaje de voz de { $customer }, en espera.
        [chat] Nuevo: chat de { $customer }, en espera.
        [sms] Nuevo: SMS de { $customer }, en espera.
        [email] Nuevo: correo electrónico de { $customer }, en espera.
       *[other] Nuevo: { $name } de { $customer }, en espera.
    }
foreign-record =
    { $entity ->
        [case] El caso que está al frente es de { $customer }, no de este cliente.
       *[contact] El contacto que está al frente es { $customer }, no este cliente.
    }
    .remedy = No escriba allí nada sobre esta conversación.
foreign-record-unnamed =
    { $entity ->
        [case] El caso que está al frente es de otro cliente.
       *[contact] El contacto que está al frente es otro cliente.
    }
    .remedy = No escriba allí nada sobre esta conversación.
out-of-reach = Es posible que el registro esté abierto en la sesión de otra aplicación.
    .remedy = Si no lo ve, vaya a esa sesión o ábralo aquí.

## Botones

about = { $act }: { $customer }
accept = Aceptar
decline = Rechazar
hold = Retener
unhold = Retomar
hang-up = Colgar
cancel-call = Cancelar llamada
leave-call = Salir
end = Finalizar
complete = Completar
copy-number = Copiar número
number-copied = Número copiado
open =
    { $entity ->
        [case] Abrir caso
       *[contact] Abrir contacto
    }
needs-flex = Flex no está conectado
call-not-here = La llamada aún no ha llegado a este navegador
dismiss = Descartar
reload = Recargar
reload-flex = Recargar Flex
work-here = Trabajar aquí

## Qué falla en la conexión con Flex

flex-not-answering = Flex aún no ha respondido.
    .remedy = Si Flex le pide que inicie sesión, hágalo abajo y permita su ventana emergente. El panel sigue esperando.
flex-signed-out = Ha cerrado la sesión en Flex.
    .remedy = Vuelva a iniciar sesión abajo o recargue Flex.
flex-replaced = Flex se abrió en otro lugar y por eso se cerró aquí.
    .remedy = Cierre el otro y después recargue Flex.
flex-other-version = El script del panel en Flex es de otra versión ({ $theirs }).
    .remedy = Flex funciona, pero no está sincronizado. Un administrador debe implementar el script y el panel de una misma versión.
flex-unfit = El panel no puede funcionar con esta versión de Flex: le falta { $lacks }.
    .remedy = Flex funciona, pero no está sincronizado. Un administrador debe pasar la cuenta a Flex UI 2.6 o posterior.
stale =
    { $why ->
        [loading] Flex se está cargando.
        [not-answering] Flex aún no ha respondido.
        [reconnecting] Flex se está reconectando.
        [signed-out] Ha cerrado la sesión en Flex.
        [replaced] Flex se abrió en otro lugar.
       *[out-of-step] Flex no está sincronizado.
    }
    .remedy = Es posible que la lista no esté actualizada.
checklist = Qué debe comprobar un administrador
checklist-allowed = Twilio Console, Flex, Allowed URLs: figuran tanto { $panel } como { $dynamics }.
checklist-origins = Configuración de Flex, ui_attributes.cif_panel.origins: figura { $panel }.
checklist-plugin = El script del panel está implementado en Flex como complemento.
checklist-popup = El inicio de sesión en Flex usa una ventana emergente y el navegador la permite aquí.

## Qué falla en una tarea

attributes-unreadable = No se pueden leer los detalles de la tarea.
    .remedy = Puede atender la tarea; busque usted mismo el registro del cliente en Dynamics.
malformed-id = { $attribute } de la tarea, «{ $value }», no es un id. de registro.
    .remedy = Puede atender la tarea; busque usted mismo el registro del cliente en Dynamics.
record-not-found =
    { $entity ->
        [case] Ese caso no existe en Dynamics.
       *[contact] Ese contacto no existe en Dynamics.
    }
    .remedy = Es posible que se haya eliminado o que usted no tenga permiso para leerlo.
record-ambiguous =
    { $entity ->
        [case] Dynamics indica { $count } registros para este caso.
       *[contact] Dynamics indica { $count } registros para este contacto.
    }
    .remedy = No se abrió nada. Ábralo de todos modos o búsquelo en Dynamics.
record-refused =
    { $entity ->
        [case] No se pudo abrir el caso: { $why }.
       *[contact] No se pudo abrir el contacto: { $why }.
    }
    .remedy = Intente abrirlo de nuevo.
record-forbidden =
    { $entity ->
        [case] No puede abrir este caso: le falta { $privilege }.
       *[contact] No puede abrir este contacto: le falta { $privilege }.
    }
    .remedy = Pida este privilegio de Dynamics a su administrador.
record-not-shown =
    { $entity ->
        [case] El caso aún no ha aparecido.
       *[contact] El contacto aún no ha aparecido.
    }
    .remedy = Puede que Dynamics vaya lento. Espere un poco o ábralo de nuevo.
tab-not-focused = No se pudo traer la pestaña al frente: { $why }.
    .remedy = Elija usted mismo la pestaña en Dynamics.
session-behind = El registro está en otra sesión.
    .remedy = Haga clic en la sesión del cliente a la izquierda de Dynamics.
session-full = La sesión de Dynamics está llena: no admite más pestañas.
    .remedy = Cierre allí una pestaña: el registro se abrirá solo. Si no se abre, pulse Abrir.
session-not-made = No se pudo crear una sesión propia: { $why }.
    .remedy = Su registro se abre en la sesión que está al frente.
other-call = Este navegador está en otra llamada, por lo que esta no se finalizó.
    .remedy = Seleccione la tarea en Flex. Cuando oiga esta llamada, finalícela de nuevo.

## Qué falla en un comando

flex-action =
    { $action ->
        [SelectTask] Seleccionar la tarea
        [AcceptTask] Aceptar la tarea
        [RejectTask] Rechazar la tarea
        [WrapupTask] Finalizar la conversación
        [CompleteTask] Completar la tarea
        [HangupCall] Colgar
        [HoldCall] Retener al cliente
        [UnholdCall] Retomar al cliente
        [SendDTMFDigits] Enviar la extensión
        [StartOutboundCall] Llamar
        [SetActivity] Cambiar la actividad
       *[other] { $action }
    }
command-failed = «{ $action }» no se realizó en Flex: { $why }.
    .remedy = Compruebe abajo en Flex si se hizo y después inténtelo de nuevo.
command-timed-out = Flex no indicó a tiempo si «{ $action }» se realizó.
    .remedy = Compruebe abajo en Flex si se hizo y después inténtelo de nuevo.
command-not-connected = Flex no está conectado
command-no-answer = Flex no respondió a tiempo
command-unknown-task = Flex ya no tiene esta tarea
command-refused = Flex lo rechazó
command-refused-because = Flex lo rechazó («{ $words }»)
command-held-back = un complemento de Flex lo retiene y puede que llegue más tarde
command-not-its-call = la llamada de este navegador es otra
activity-not-changed = Flex no cambió su actividad.
    .remedy = Mire en Flex por qué y después vuelva a elegir la actividad.
activity-held-back = Un complemento de Flex retiene este cambio de actividad.
    .remedy = Puede que llegue más tarde. Mire en Flex a qué espera el complemento.
mode-refused = No se pudo acoplar o minimizar el panel: { $why }.
    .remedy = Use el botón en el borde del panel.
call-timed-out = Dynamics no respondió a tiempo
call-malformed = Dynamics respondió algo que el panel no entiende
call-refused = Dynamics lo rechazó
call-refused-because = Dynamics lo rechazó («{ $words }»)

## Qué falla al marcar

reading-number = Se está leyendo «{ $text }» como número de teléfono.
    .remedy = La llamada empieza en cuanto se sepa que lo es.
dialling = Iniciando la llamada a { $number }.
    .remedy = La llamada aparece en la lista en cuanto Flex la inicia.
dialling-unnamed = Iniciando la llamada.
    .remedy = La llamada aparece en la lista en cuanto Flex la inicia.
not-a-number = No se marcó «{ $text }»: no es un número de teléfono.
    .remedy = Corrija el campo o marque en Flex.
no-country = No se marcó «{ $text }»: falta el código de país.
    .remedy = Escriba el número con su código de país (+34 …). Un administrador puede definir defaultCountry en config.json.
not-of-country = «{ $text }» no se marcó: no es un número de este país: { $country }.
    .remedy = Si es un número de otro país, escríbalo con + y el código de país. Si no, corrija el campo.
too-short = No se marcó «{ $text }»: es demasiado corto.
    .remedy = Corrija el campo o marque en Flex.
too-long = No se marcó «{ $text }»: es demasiado largo.
    .remedy = Corrija el campo o marque en Flex.
letters-no-number = No se marcó «{ $text }»: sus letras no forman ningún número.
    .remedy = Corrija el campo o marque en Flex.
several-numbers = «{ $text }» contiene varios números.
    .remedy = Elija a cuál llamar.
call-number = Llamar a { $number }
call-extension = Llamar a { $number }, extensión { $extension }
send-extension = Enviar la extensión { $digits }
enter-extension = Extensión { $digits }.
    .remedy = Márquela en su teléfono en cuanto contesten la llamada.
rules-not-loaded = No se marcó «{ $text }»: no se pudieron cargar las reglas de los números de teléfono.
    .remedy = Vuelva a hacer clic en el número o marque en Flex.
call-live = Ya está en una llamada.
    .remedy = Finalícela y después vuelva a hacer clic en el número.
call-waits = Hay una llamada en espera.
    .remedy = Acéptela o recházela primero y después vuelva a hacer clic en el número.
callback-is-call = Flex toma una devolución de llamada de su lista por una llamada; su canal no está registrado.
    .remedy = Complétela o marque en Flex. Un administrador debería registrar en Flex un canal de tareas para las devoluciones de llamada.
call-live-elsewhere = Hay una llamada en curso en la ventana que tiene Flex.
    .remedy = Finalícela allí y después elija de nuevo trabajar aquí.
not-carried = Ninguna ventana que tenga Flex ha respondido, por lo que su acción no se realizó.
    .remedy = Espere hasta que una ventana tenga Flex y después vuelva a intentarlo.
perhaps-carried = La ventana que tiene Flex no ha respondido, por lo que no se sabe si su acción se realizó.
    .remedy = Compruébelo en la lista antes de volver a intentarlo.
worker-offline = Está sin conexión en Flex, por lo que no se inició ninguna llamada.
    .remedy = Elija otra actividad en Flex y después vuelva a hacer clic en el número.
flex-not-connected = Flex no está conectado, por lo que no se inició ninguna llamada.
    .remedy = Espere a que Flex se conecte o inicie sesión, y después vuelva a hacer clic en el número.
no-outbound-task = Flex no ha iniciado la llamada a { $number }.
    .remedy = Compruebe que este navegador puede usar el micrófono y después inténtelo de nuevo.
no-outbound-task-unnamed = Flex no ha iniciado la llamada que pidió antes de la recarga.
    .remedy = Compruebe que este navegador puede usar el micrófono y después inténtelo de nuevo.

## Qué falla en Dynamics

not-in-dynamics = Esta página no está dentro de Dynamics.
    .remedy = Abra Dynamics; el panel se muestra allí. Su dirección va en el registro del proveedor de canal.
library-not-loaded = No se pudo cargar la biblioteca de cliente de Dynamics desde { $url }.
    .remedy = Un administrador debe comprobar dynamicsUrl en config.json y la Content-Security-Policy de esta página.
host-silent = Dynamics no responde.
    .remedy = El panel sigue esperando. Si continúa, recargue la página; un administrador debe comprobar que la URL de canal del proveedor es esta página.
host-silent-because = Dynamics no responde como debería: { $why }.
    .remedy = El panel sigue esperando. Si continúa, recargue la página; un administrador debe comprobar que la URL de canal del proveedor es esta página.
other-organization = Dynamics dice ser { $told }, que no es la organización configurada.
    .remedy = Un administrador debe comprobar dynamicsUrl en config.json.
events-not-heard = Es posible que el panel no se entere de lo que ocurre en Dynamics: { $why }.
    .remedy = Seleccione las tareas en la lista, no por sus pestañas, y marque en Flex. Recargue la página para intentarlo de nuevo.
click-to-act-refused = Los campos de teléfono no se pueden usar para llamar: { $why }.
    .remedy = Marque en Flex. Un administrador puede activar click-to-act en el registro del proveedor.
custom-parameters = No se usan los Custom Parameters del proveedor. { $why }
    .remedy = Se mantienen los valores configurados. Un administrador debe corregir el registro del proveedor.

## Qué falla en la configuración

place =
    { $place ->
        [file] config.json
        [build] Valores predeterminados de esta compilación (.env)
       *[custom-parameters] Custom Parameters del proveedor de canal
    }
config-silent = No se pudo obtener config.json: el servidor no respondió.
config-status = No se pudo obtener config.json: el servidor respondió { $status }.
config-failed = No se pudo obtener config.json ({ $words }).
config-not-json = { $place }: se espera un objeto JSON, pero no es JSON a partir de la línea { $line }, columna { $column }.
config-not-an-object = { $place }: se espera un objeto JSON, pero es otra cosa.
config-unknown-key = { $place }: la clave «{ $key }» no existe. Claves conocidas: { $known }.
config-not-there = { $place }: «{ $key }» solo se puede definir en config.json y en la compilación.
config-bad-value = { $place }: «{ $key }» es { $value }, que no está permitido. Se permite: { $allowed }.
config-missing = «{ $key }» no está definido ni en config.json ni en la compilación. Se permite: { $allowed }.
defaults-in-force = El servidor no tiene config.json, así que rigen los valores predeterminados de esta compilación.
    .remedy = Si es lo que se quiere, un administrador puede poner un config.json con {"{}"} junto a index.html. Si ya hay uno, el servidor no lo entrega: IIS necesita un tipo MIME para .json.
allowed =
    { $key ->
        [dynamicsUrl] la dirección https de una organización en dynamics.com o en una nube soberana, sin ruta (http solo en localhost) y sin dynamicsOrg al lado
        [dynamicsOrg] el nombre de una organización, como acme o acme.crm4, sin dynamicsUrl al lado
        [flexUrl] una dirección https (http solo en localhost)
        [defaultCountry] un país en dos letras (ISO 3166), como ES
        [popOn] reserved o accepted
        [arrival] auto, keep, bring o wait
        [openWith] auto, search o form
        [sessions] shared o perTask
        [sessionTemplate] el nombre único de una plantilla de sesión
       *[enableClickToAct] ask o never
    }
config-title = El panel no está configurado correctamente
config-remedy = Un administrador debe corregirlo y después recargar la página.

## Ventanas y páginas

following = Flex está en otra ventana, la que se abrió a las { $time }.
    .remedy = Lo que haga aquí se hace allí.
looking-for-leader = Buscando la ventana que tiene Flex.
    .remedy = Si no hay ninguna, Flex se carga aquí.
alone = Este navegador no permite que sus ventanas se comuniquen, así que cada una carga Flex por su cuenta.
    .remedy = Mantenga Dynamics abierto en una sola ventana: Flex cierra todas menos la más reciente.
starting = Iniciando
crashed = El panel se ha detenido
    .remedy = Sus llamadas y chats continúan en Flex. Recargue el panel para volver a verlos en pantalla.

## Al cargar, antes de que haya Rust (start.js)

load-slow = El panel aún no se ha iniciado
    .remedy = Recargue la página. Si sigue igual, un administrador debe comprobar start.js.
load-failed = El panel no se pudo iniciar
    .remedy = Recargue la página. Si sigue igual, un administrador necesita saber esto:
load-not-served = El servidor responde { $status } para { $file }.
    .remedy = Copie toda la carpeta dist/ en el servidor; IIS necesita además un tipo MIME para .wasm.
load-page-instead = El servidor responde con una página en lugar de { $file }.
    .remedy = Copie toda la carpeta dist/ en el servidor y haga que responda 404 si falta un archivo, no con index.html.
load-forbidden = La Content-Security-Policy de la página prohíbe WebAssembly.
    .remedy = Añada 'wasm-unsafe-eval' a su script-src.
load-unsupported = Este navegador no tiene WebAssembly, o está desactivado.
    .remedy = Use una versión actual de Edge o Chrome con WebAssembly permitido.
load-old-page = Esta página es antigua y viene de una caché: el servidor ya no tiene { $file }.
    .remedy = Envíe Cache-Control: no-cache con index.html.
load-unusable = No se puede usar { $file } ({ $words }).
    .remedy = Compruebe la conexión, la versión del navegador y el archivo en el servidor.

## Diagnostics

diagnostics = Diagnóstico
back = Volver
diagnostics-versions = Versiones
diagnostics-configuration = Configuración
diagnostics-counters = Contadores
diagnostics-log = Eventos y efectos
diagnostics-untold = no comunicado
diagnostics-unset = no definido
diagnostics-personal = Mostrar datos personales
    .remedy = De lo contrario, los nombres, números, títulos y registros se ocultan, aquí y en lo que copie o descargue.
diagnostics-copy = Copiar
diagnostics-copied = Informe copiado
diagnostics-not-copied = No se ha copiado: descargue el informe
diagnostics-download = Descargar
diagnostics-search = Buscar
diagnostics-direction = Sentido
diagnostics-side = Lado
diagnostics-all = Todos
diagnostics-event = Evento
diagnostics-effect = Efecto
diagnostics-matches = { $count } de { $all }
diagnostics-more = Mostrar los anteriores
