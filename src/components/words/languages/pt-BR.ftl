### O que o painel diz em português do Brasil. Um Case chama-se ocorrência no Dynamics.

## Cabeçalho, barra e lista

tasks-title = Tarefas
tasks =
    { $count ->
        [one] { $count } tarefa
       *[other] { $count } tarefas
    }
waiting = { $count } aguardando
to-waiting = Ir para a tarefa que aguarda
to-look-at = { $count } para verificar
rail = { $tasks }. Abrir o painel.
no-tasks = Nenhuma tarefa. As chamadas e os chats do Flex aparecem aqui.
no-tasks-yet = As chamadas e os chats aparecem aqui assim que o Flex estiver conectado.
more-tasks =
    { $count ->
        [one] Mais { $count } tarefa não aparece aqui, mas no Flex.
       *[other] Mais { $count } tarefas não aparecem aqui, mas no Flex.
    }
between = { ", " }
language-choice = Idioma
language-automatic = Como no Dynamics

## Teclado

shortcuts = Atalhos de teclado
shortcuts-where = Eles funcionam enquanto você está no painel: clique nele primeiro ou vá até lá com Tab. O Dynamics e o Flex têm as próprias teclas.
shortcuts-which = Aceitar e Recusar valem para a linha em que você está, se ela aguarda. Senão, para a primeira linha: uma chamada que aguarda ou a tarefa que aguarda há mais tempo.
shortcuts-on = Ativar os atalhos
shortcut-next = Próxima tarefa
shortcut-previous = Tarefa anterior
shortcut-nth = Da primeira à nona tarefa
shortcut-help = Esta lista
shortcut-rows = De linha em linha na lista
shortcut-buttons = Para os botões da linha
close = Fechar
key-shift = Shift
key-enter = Enter
key-home = Home
key-end = End
news = { $customer }: { $news }
no-longer-waiting = { $customer } não está mais aguardando.
task-over = { $customer }: a tarefa terminou.
new-tasks =
    { $count ->
        [one] { $count } tarefa nova.
       *[other] { $count } tarefas novas.
    }
more-changes =
    { $count ->
        [one] Mais { $count } mudança na lista.
       *[other] Mais { $count } mudanças na lista.
    }

## As conexões

connections = Conexões
dynamics = Dynamics
flex = Flex
flex-area = Twilio Flex
link = { $name }: { $state }
link-connecting = conectando
link-connected = conectado
link-silent = não responde
link-not-connected = não conectado
link-loading = carregando
link-waiting = sem resposta
link-reconnecting = reconectando
link-signed-out = desconectado
link-replaced = substituído
link-other-version = outra versão
link-too-old = muito antigo
loading-flex = Carregando o Flex

## A atividade

activity = Sua atividade no Flex
activity-offline = { $name }: o Flex não faz chamadas, e nenhuma tarefa é encaminhada para você
activity-available = { $name }: tarefas são encaminhadas para você
activity-away = { $name }: nenhuma tarefa é encaminhada para você

## Uma tarefa

channel =
    { $channel ->
        [voice] Chamada
        [callback] Retorno de chamada
        [voicemail] Mensagem de voz
        [chat] Chat da Web
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
state-calling = Chamando
state-waiting = Aguardando
state-on-hold = Em espera
state-in-call = Em chamada
state-active = Ativa
state-wrap-up = Pós-atendimento
state-paused = Pausada
unread =
    { $count ->
        [one] { $count } não lida
       *[other] { $count } não lidas
    }
whole-time = { $time } no total
awaits-answer = O cliente aguarda uma resposta desde { $time }.
muted = Sem áudio
opening = Abrindo
ready = Pronto
record-ready = registro pronto
selected = selecionada
unknown-customer = Cliente desconhecido
no-record = Sem registro
entity =
    { $entity ->
        [case] Ocorrência
       *[contact] Contato
    }
arrival =
    { $kind ->
        [voice] Novo: chamada de { $customer }, aguardando.
        [callback] Novo: retornar a chamada de { $customer }, aguardando.
        [voicemail] Novo: mensagem de voz de { $customer }, aguardando.
        [chat] Novo: chat de { $customer }, aguardando.
        [sms] Novo: SMS de { $customer }, aguardando.
        [email] Novo: e-mail de { $customer }, aguardando.
       *[other] Novo: { $name } de { $customer }, aguardando.
    }
foreign-record =
    { $entity ->
        [case] A ocorrência que está na frente é de { $customer }, não deste cliente.
       *[contact] O contato que está na frente é { $customer }, não este cliente.
    }
    .remedy = Não escreva ali nada sobre esta conversa.
foreign-record-unnamed =
    { $entity ->
        [case] A ocorrência que está na frente é de outro cliente.
       *[contact] O contato que está na frente é outro cliente.
    }
    .remedy = Não escreva ali nada sobre esta conversa.
out-of-reach = O registro pode estar aberto na sessão de outro aplicativo.
    .remedy = Se você não o vê, vá até essa sessão ou abra-o aqui.

## Botões

about = { $act }: { $customer }
accept = Aceitar
decline = Recusar
hold = Colocar em espera
unhold = Retomar
hang-up = Desligar
cancel-call = Cancelar chamada
leave-call = Sair
end = Encerrar
complete = Concluir
copy-number = Copiar número
number-copied = Número copiado
open =
    { $entity ->
        [case] Abrir ocorrência
       *[contact] Abrir contato
    }
needs-flex = O Flex não está conectado
call-not-here = A chamada ainda não chegou a este navegador
dismiss = Dispensar
reload = Recarregar
reload-flex = Recarregar o Flex
work-here = Trabalhar aqui

## O que há de errado com a conexão com o Flex

flex-not-answering = O Flex ainda não respondeu.
    .remedy = Se o Flex pedir que você entre, entre abaixo e permita o pop-up. O painel continua esperando.
flex-signed-out = Você saiu do Flex.
    .remedy = Entre novamente abaixo ou recarregue o Flex.
flex-replaced = O Flex foi aberto em outro lugar e, por isso, foi encerrado aqui.
    .remedy = Feche o outro e recarregue o Flex.
flex-other-version = O script do painel no Flex é de outra versão ({ $theirs }).
    .remedy = O Flex funciona, mas não está sincronizado. Um administrador deve implantar o script e o painel de uma mesma versão.
flex-unfit = O painel não funciona com esta versão do Flex: falta { $lacks }.
    .remedy = O Flex funciona, mas não está sincronizado. Um administrador deve passar a conta para o Flex UI 2.6 ou posterior.
stale =
    { $why ->
        [loading] O Flex está carregando.
        [not-answering] O Flex ainda não respondeu.
        [reconnecting] O Flex está reconectando.
        [signed-out] Você saiu do Flex.
        [replaced] O Flex foi aberto em outro lugar.
       *[out-of-step] O Flex não está sincronizado.
    }
    .remedy = A lista pode estar desatualizada.
checklist = O que um administrador deve verificar
checklist-allowed = Twilio Console, Flex, Allowed URLs: { $panel } e { $dynamics } estão na lista.
checklist-origins = Configuração do Flex, ui_attributes.cif_panel.origins: { $panel } está na lista.
checklist-plugin = O script do painel está implantado no Flex como plug-in.
checklist-popup = A entrada no Flex usa um pop-up, e o navegador permite pop-ups aqui.

## O que há de errado com uma tarefa

attributes-unreadable = Não é possível ler os detalhes da tarefa.
    .remedy = Você pode atender a tarefa; procure o registro do cliente no Dynamics.
malformed-id = { $attribute } da tarefa, “{ $value }”, não é a ID de um registro.
    .remedy = Você pode atender a tarefa; procure o registro do cliente no Dynamics.
record-not-found =
    { $entity ->
        [case] Essa ocorrência não existe no Dynamics.
       *[contact] Esse contato não existe no Dynamics.
    }
    .remedy = O registro pode ter sido excluído, ou você pode não ter permissão para lê-lo.
record-ambiguous =
    { $entity ->
        [case] O Dynamics indica { $count } registros para esta ocorrência.
       *[contact] O Dynamics indica { $count } registros para este contato.
    }
    .remedy = Nada foi aberto. Abra o registro mesmo assim ou procure-o no Dynamics.
record-refused =
    { $entity ->
        [case] Não foi possível abrir a ocorrência: { $why }.
       *[contact] Não foi possível abrir o contato: { $why }.
    }
    .remedy = Tente abrir o registro novamente.
record-forbidden =
    { $entity ->
        [case] Você não pode abrir esta ocorrência: falta { $privilege }.
       *[contact] Você não pode abrir este contato: falta { $privilege }.
    }
    .remedy = Peça esse privilégio do Dynamics ao seu administrador.
record-not-shown =
    { $entity ->
        [case] A ocorrência ainda não apareceu.
       *[contact] O contato ainda não apareceu.
    }
    .remedy = O Dynamics pode estar lento. Espere um pouco ou abra o registro novamente.
tab-not-focused = Não foi possível trazer a guia para a frente: { $why }.
    .remedy = Escolha a guia no Dynamics.
session-behind = O registro está em outra sessão.
    .remedy = Clique na sessão do cliente à esquerda do Dynamics.
session-full = A sessão no Dynamics está cheia: não cabem mais guias.
    .remedy = Feche uma guia nela: o registro será aberto automaticamente. Se não for, pressione Abrir.
session-not-made = Não foi possível criar uma sessão própria: { $why }.
    .remedy = O registro é aberto na sessão que está na frente.
other-call = Este navegador está em outra chamada, por isso esta não foi encerrada.
    .remedy = Selecione a tarefa no Flex. Quando ouvir esta chamada, encerre-a novamente.

## O que há de errado com um comando

flex-action =
    { $action ->
        [SelectTask] Selecionar a tarefa
        [AcceptTask] Aceitar a tarefa
        [RejectTask] Recusar a tarefa
        [WrapupTask] Encerrar a conversa
        [CompleteTask] Concluir a tarefa
        [HangupCall] Desligar
        [HoldCall] Colocar o cliente em espera
        [UnholdCall] Retomar o cliente
        [SendDTMFDigits] Enviar o ramal
        [StartOutboundCall] Ligar
        [SetActivity] Mudar a atividade
       *[other] { $action }
    }
command-failed = “{ $action }” não foi feito no Flex: { $why }.
    .remedy = Veja abaixo no Flex se foi feito e tente novamente.
command-timed-out = O Flex não informou a tempo se “{ $action }” foi feito.
    .remedy = Veja abaixo no Flex se foi feito e tente novamente.
command-not-connected = o Flex não está conectado
command-no-answer = o Flex não respondeu a tempo
command-unknown-task = o Flex não tem mais esta tarefa
command-refused = o Flex recusou
command-refused-because = o Flex recusou (“{ $words }”)
command-held-back = um plug-in do Flex está retendo isso, e pode vir mais tarde
command-not-its-call = a chamada deste navegador é outra
activity-not-changed = O Flex não mudou sua atividade.
    .remedy = Veja no Flex o motivo e escolha a atividade novamente.
activity-held-back = Um plug-in do Flex está retendo esta mudança de atividade.
    .remedy = Ela pode vir mais tarde. Veja no Flex o que o plug-in espera.
mode-refused = Não foi possível encaixar ou minimizar o painel: { $why }.
    .remedy = Use o botão na borda do painel.
call-timed-out = o Dynamics não respondeu a tempo
call-malformed = o Dynamics respondeu algo que o painel não entende
call-refused = o Dynamics recusou
call-refused-because = o Dynamics recusou (“{ $words }”)

## O que há de errado com a discagem

reading-number = “{ $text }” está sendo lido como número de telefone.
    .remedy = A chamada começa assim que se souber que é um número.
dialling = Iniciando a chamada para { $number }.
    .remedy = A chamada aparece na lista assim que o Flex a inicia.
dialling-unnamed = Iniciando a chamada.
    .remedy = A chamada aparece na lista assim que o Flex a inicia.
not-a-number = “{ $text }” não foi discado: não é um número de telefone.
    .remedy = Corrija o campo ou disque no Flex.
no-country = “{ $text }” não foi discado: falta o código do país.
    .remedy = Escreva o número com o código do país (+55 …). Um administrador pode definir defaultCountry em config.json.
not-of-country = “{ $text }” não foi discado: não é um número deste país: { $country }.
    .remedy = Se for um número de outro país, escreva-o com + e o código do país. Senão, corrija o campo.
too-short = “{ $text }” não foi discado: é curto demais.
    .remedy = Corrija o campo ou disque no Flex.
too-long = “{ $text }” não foi discado: é longo demais.
    .remedy = Corrija o campo ou disque no Flex.
letters-no-number = “{ $text }” não foi discado: as letras não formam um número.
    .remedy = Corrija o campo ou disque no Flex.
several-numbers = “{ $text }” contém vários números.
    .remedy = Escolha para qual ligar.
call-number = Ligar para { $number }
call-extension = Ligar para { $number }, ramal { $extension }
send-extension = Enviar o ramal { $digits }
enter-extension = Ramal { $digits }.
    .remedy = Digite-o no seu telefone assim que a chamada for atendida.
rules-not-loaded = “{ $text }” não foi discado: não foi possível carregar as regras dos números de telefone.
    .remedy = Clique no número novamente ou disque no Flex.
call-live = Você já está em uma chamada.
    .remedy = Encerre-a e clique no número novamente.
call-waits = Há uma chamada aguardando.
    .remedy = Aceite-a ou recuse-a primeiro e clique no número novamente.
callback-is-call = O Flex trata um retorno de chamada da sua lista como uma chamada; o canal dele não está registrado.
    .remedy = Conclua o retorno ou disque no Flex. Um administrador deve registrar no Flex um canal de tarefas para retornos de chamada.
call-live-elsewhere = Há uma chamada em andamento na janela que tem o Flex.
    .remedy = Encerre-a lá e escolha novamente trabalhar aqui.
not-carried = Nenhuma janela que tenha o Flex respondeu, por isso sua ação não foi realizada.
    .remedy = Aguarde até que uma janela tenha o Flex e tente novamente.
perhaps-carried = A janela que tem o Flex não respondeu, por isso não se sabe se sua ação foi realizada.
    .remedy = Verifique na lista antes de tentar novamente.
worker-offline = Você está offline no Flex, por isso nenhuma chamada foi iniciada.
    .remedy = Escolha outra atividade no Flex e clique no número novamente.
flex-not-connected = O Flex não está conectado, por isso nenhuma chamada foi iniciada.
    .remedy = Espere o Flex conectar, ou entre nele, e clique no número novamente.
no-outbound-task = O Flex não iniciou a chamada para { $number }.
    .remedy = Verifique se este navegador pode usar o microfone e tente novamente.
no-outbound-task-unnamed = O Flex não iniciou a chamada que você pediu antes da recarga.
    .remedy = Verifique se este navegador pode usar o microfone e tente novamente.

## O que há de errado com o Dynamics

not-in-dynamics = Esta página não está no Dynamics.
    .remedy = Abra o Dynamics; o painel aparece lá. O endereço dele deve constar no registro do provedor de canal.
library-not-loaded = Não foi possível carregar a biblioteca de cliente do Dynamics de { $url }.
    .remedy = Um administrador deve verificar dynamicsUrl em config.json e a Content-Security-Policy desta página.
host-silent = O Dynamics não responde.
    .remedy = O painel continua esperando. Se continuar assim, recarregue a página; um administrador deve verificar se a URL do canal do provedor é esta página.
host-silent-because = O Dynamics não responde como deveria: { $why }.
    .remedy = O painel continua esperando. Se continuar assim, recarregue a página; um administrador deve verificar se a URL do canal do provedor é esta página.
other-organization = O Dynamics informa que é { $told }, que não é a organização configurada.
    .remedy = Um administrador deve verificar dynamicsUrl em config.json.
events-not-heard = O painel pode não perceber o que acontece no Dynamics: { $why }.
    .remedy = Selecione as tarefas na lista, não pelas guias, e disque no Flex. Recarregue a página para tentar novamente.
click-to-act-refused = Não é possível clicar nos campos de telefone para ligar: { $why }.
    .remedy = Disque no Flex. Um administrador pode ativar o click-to-act no registro do provedor.
custom-parameters = Os Custom Parameters do provedor não são usados. { $why }
    .remedy = Os valores configurados continuam valendo. Um administrador deve corrigir o registro do provedor.

## O que há de errado com a configuração

place =
    { $place ->
        [file] config.json
        [build] Padrões desta compilação (.env)
       *[custom-parameters] Custom Parameters do provedor de canal
    }
config-silent = Não foi possível obter config.json: o servidor não respondeu.
config-status = Não foi possível obter config.json: o servidor respondeu { $status }.
config-failed = Não foi possível obter config.json ({ $words }).
config-not-json = { $place }: espera-se um objeto JSON, mas não é JSON a partir da linha { $line }, coluna { $column }.
config-not-an-object = { $place }: espera-se um objeto JSON, mas é outra coisa.
config-unknown-key = { $place }: a chave “{ $key }” não existe. Chaves conhecidas: { $known }.
config-not-there = { $place }: “{ $key }” só pode ser definido em config.json e na compilação.
config-bad-value = { $place }: “{ $key }” é { $value }, o que não é permitido. Permitido: { $allowed }.
config-missing = “{ $key }” não está definido nem em config.json nem na compilação. Permitido: { $allowed }.
defaults-in-force = O servidor não tem config.json, por isso valem os padrões desta compilação.
    .remedy = Se isso é intencional, um administrador pode colocar um config.json com {"{}"} ao lado de index.html. Se já existe um, o servidor não o entrega: o IIS precisa de um tipo MIME para .json.
allowed =
    { $key ->
        [dynamicsUrl] o endereço https de uma organização em dynamics.com ou em uma nuvem soberana, sem caminho (http somente em localhost) e sem dynamicsOrg ao lado
        [dynamicsOrg] o nome de uma organização, como acme ou acme.crm4, sem dynamicsUrl ao lado
        [flexUrl] um endereço https (http somente em localhost)
        [defaultCountry] um país em duas letras (ISO 3166), como BR
        [popOn] reserved ou accepted
        [arrival] auto, keep, bring ou wait
        [openWith] auto, search ou form
        [sessions] shared ou perTask
        [sessionTemplate] o nome exclusivo de um modelo de sessão
       *[enableClickToAct] ask ou never
    }
config-title = O painel não está configurado corretamente
config-remedy = Um administrador deve corrigir isso e recarregar a página.

## Janelas e páginas

following = O Flex está em outra janela, aberta às { $time }.
    .remedy = O que você faz aqui é feito lá.
looking-for-leader = Procurando a janela que tem o Flex.
    .remedy = Se não houver nenhuma, o Flex é carregado aqui.
alone = Este navegador não deixa suas janelas se comunicarem, por isso cada uma carrega o Flex para si.
    .remedy = Mantenha o Dynamics aberto em uma só janela: o Flex encerra todas, menos a mais recente.
starting = Iniciando
crashed = O painel parou
    .remedy = Suas chamadas e chats continuam no Flex. Recarregue o painel para vê-los na tela novamente.

## Ao carregar, antes de haver Rust (start.js)

load-slow = O painel ainda não foi iniciado
    .remedy = Recarregue a página. Se continuar assim, um administrador deve verificar start.js.
load-failed = Não foi possível iniciar o painel
    .remedy = Recarregue a página. Se continuar assim, um administrador precisa saber isto:
load-not-served = O servidor responde { $status } para { $file }.
    .remedy = Copie toda a pasta dist/ para o servidor; o IIS também precisa de um tipo MIME para .wasm.
load-page-instead = O servidor responde com uma página no lugar de { $file }.
    .remedy = Copie toda a pasta dist/ para o servidor e faça-o responder 404 quando um arquivo faltar, não com index.html.
load-forbidden = A Content-Security-Policy da página proíbe WebAssembly.
    .remedy = Acrescente 'wasm-unsafe-eval' ao script-src dela.
load-unsupported = Este navegador não tem WebAssembly, ou ele está desativado.
    .remedy = Use uma versão atual do Edge ou do Chrome, com WebAssembly permitido.
load-old-page = Esta página é antiga e veio de um cache: o servidor não tem mais { $file }.
    .remedy = Envie Cache-Control: no-cache com index.html.
load-unusable = Não é possível usar { $file } ({ $words }).
    .remedy = Verifique a conexão, a versão do navegador e o arquivo no servidor.

## Diagnostics

diagnostics = Diagnóstico
back = Voltar
diagnostics-versions = Versões
diagnostics-configuration = Configuração
diagnostics-counters = Contadores
diagnostics-log = Eventos e efeitos
diagnostics-untold = não informado
diagnostics-unset = não definido
diagnostics-personal = Mostrar dados pessoais
    .remedy = Caso contrário, nomes, números, títulos e registros ficam ocultos, aqui e no que você copiar ou baixar.
diagnostics-copy = Copiar
diagnostics-copied = Relatório copiado
diagnostics-not-copied = Não copiado: baixe o relatório
diagnostics-download = Baixar
diagnostics-search = Pesquisar
diagnostics-direction = Sentido
diagnostics-side = Lado
diagnostics-all = Todos
diagnostics-event = Evento
diagnostics-effect = Efeito
diagnostics-matches = { $count } de { $all }
diagnostics-more = Mostrar mais antigos
