### The messages of the panel in English. All other languages must have the same messages: the build refuses a file that
### lacks a message, has another one, or uses other variables.
###
### `$count` is a number, every other variable is a text. A selector has the same keys in all languages. A message with a
### remedy says what happened, and what to do about it. Product names and the contents of configuration files are not
### translated.

## Head, rail and list

# The heading over the list of tasks.
tasks-title = Tasks
# How many tasks there are.
tasks =
    { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
# How many tasks wait to be accepted.
waiting = { $count } waiting
# The tooltip of the count of tasks that wait: where a click on it leads.
to-waiting = Go to whoever waits
# How many tasks or links have something wrong with them.
to-look-at = { $count } to look at
# The label of the narrow rail. $tasks: how many there are, how many wait.
rail = { $tasks }. Open the panel.
# A list without a task, while Flex is connected.
no-tasks = No tasks. Calls and chats from Flex appear here.
# A list without a task, before Flex is connected.
no-tasks-yet = Calls and chats appear here as soon as Flex is connected.
# The tasks beyond those that the list shows.
more-tasks =
    { $count ->
        [one] { $count } more task is not shown here, but in Flex.
       *[other] { $count } more tasks are not shown here, but in Flex.
    }
# Stands between the parts of an enumeration that a screen reader says.
between = { ", " }
# The label of the language menu.
language-choice = Language
# The choice in the language menu that follows Dynamics.
language-automatic = As in Dynamics

## Keyboard

# The heading over the list of shortcuts, and the button that shows it.
shortcuts = Keyboard shortcuts
# Under that heading: where the shortcuts work.
shortcuts-where = They work while you are in the panel: click into it first, or go there with Tab. Dynamics and Flex have keys of their own.
# Under the list: which task accept and decline mean. The two words are those of the buttons.
shortcuts-which = Accept and Decline mean the row that you are on, if it waits. Otherwise they mean the first row: a waiting call, or whoever has waited longest.
# Switches all shortcuts on and off.
shortcuts-on = Enable shortcuts
# What a shortcut does.
shortcut-next = Next task
# What a shortcut does.
shortcut-previous = Previous task
# What the shortcuts with the digits do.
shortcut-nth = First to ninth task
# What a shortcut does: it shows this list.
shortcut-help = This list
# What the arrow keys, Home and End do in the list of tasks.
shortcut-rows = From row to row in the list
# What Tab does in the list of tasks.
shortcut-buttons = To the buttons of the row
# Closes the list of shortcuts.
close = Close
# What is printed on a key.
key-shift = Shift
# What is printed on a key.
key-enter = Enter
# What is printed on a key.
key-home = Home
# What is printed on a key.
key-end = End
# What has happened to a task, as a screen reader says it. $news is a state, or sentences about what is wrong.
news = { $customer }: { $news }
# A waiting task has gone: the customer gave up, another agent has taken it, or the agent has declined.
no-longer-waiting = { $customer } is no longer waiting.
# Any other task has gone.
task-over = { $customer }: the task has ended.
# Said instead of single announcements if many tasks arrive at once.
new-tasks =
    { $count ->
        [one] { $count } new task.
       *[other] { $count } new tasks.
    }
# Said instead of single announcements if much else happens at once.
more-changes =
    { $count ->
        [one] { $count } other change in the list.
       *[other] { $count } other changes in the list.
    }

## The links

# The group of the two links.
connections = Connections
# The name of one side.
dynamics = Dynamics
# The name of the other side.
flex = Flex
# The label of the area that shows Flex.
flex-area = Twilio Flex
# A link and its state, as a tip.
link = { $name }: { $state }
# The state of a link.
link-connecting = connecting
# The state of a link.
link-connected = connected
# The state of a link: Dynamics has left the last calls unanswered.
link-silent = not answering
# The state of a link.
link-not-connected = not connected
# The state of a link.
link-loading = loading
# The state of a link: Flex has not answered.
link-waiting = waiting
# The state of a link.
link-reconnecting = reconnecting
# The state of a link.
link-signed-out = signed out
# The state of a link: Flex was opened somewhere else.
link-replaced = replaced
# The state of a link: the script in Flex is of another version.
link-other-version = other version
# The state of a link: this Flex is too old.
link-too-old = too old
# The frame has not loaded yet.
loading-flex = Loading Flex

## The worker's activity

# The label of the choice.
activity = Your activity in Flex
# What an offline activity means.
activity-offline = { $name }: Flex places no calls, and no tasks are routed to you
# What an available activity means.
activity-available = { $name }: tasks are routed to you
# What any other activity means.
activity-away = { $name }: no tasks are routed to you

## A task

# The channel of a task. $name: Flex's own name for one that is not known here.
channel =
    { $channel ->
        [voice] Call
        [callback] Callback
        [voicemail] Voicemail
        [chat] Web chat
        [sms] Text message
        [email] E-mail
        [whatsapp] WhatsApp
        [messenger] Messenger
        [instagram] Instagram
        [google-business] Google Business
        [apple-messages] Apple Messages
        [rcs] RCS
       *[other] { $name }
    }
# An outbound task that rings at the customer.
state-calling = Calling
# A task that waits to be accepted.
state-waiting = Waiting
# An accepted task whose customer is on hold.
state-on-hold = On hold
# An accepted call.
state-in-call = In call
# Any other accepted task.
state-active = Active
# A task whose conversation has ended, and which is not yet completed.
state-wrap-up = Wrap-up
# A task that is paused.
state-paused = Paused
# How many messages of a conversation the agent has not read.
unread = { $count } unread
# A tip: how long ago the task came.
whole-time = { $time } in all
# $time is the time of day of the first message that nobody has answered.
awaits-answer = The customer waits for an answer since { $time }.
# The agent's microphone is off in this call.
muted = Muted
# The record is being opened.
opening = Opening
# The record is open.
ready = Ready
# The record is open, as a screen reader says it.
record-ready = record ready
# The row is the selected one, as a screen reader says it.
selected = selected
# A task without a name.
unknown-customer = Unknown customer
# A task without a record.
no-record = No record
# A kind of record, by itself.
entity =
    { $entity ->
        [case] Case
       *[contact] Contact
    }
# What a screen reader says when a task has come in. $name is the channel of any other kind.
arrival =
    { $kind ->
        [voice] New: call from { $customer }, waiting.
        [callback] New: callback to { $customer }, waiting.
        [voicemail] New: voicemail from { $customer }, waiting.
        [chat] New: chat from { $customer }, waiting.
        [sms] New: text message from { $customer }, waiting.
        [email] New: e-mail from { $customer }, waiting.
       *[other] New: { $name } from { $customer }, waiting.
    }
# Another customer's record is in front while the agent works on this task.
foreign-record =
    { $entity ->
        [case] The Case in front is { $customer }'s, not this customer's.
       *[contact] The Contact in front is { $customer }, not this customer.
    }
    .remedy = Write nothing there about this conversation.
# The same if the customer is not known.
foreign-record-unnamed =
    { $entity ->
        [case] The Case in front is another customer's.
       *[contact] The Contact in front is another customer.
    }
    .remedy = Write nothing there about this conversation.
# The record's tab is in a session that the panel can't reach.
out-of-reach = The record may be open in another application's session.
    .remedy = If you don't see it, go to that session, or open it here.

## Buttons

# A button and what it is about, for people who hear the button without its row.
about = { $act } { $customer }
# Takes a task that waits.
accept = Accept
# Refuses a task that waits.
decline = Decline
# Puts the customer on hold.
hold = Hold
# Takes the customer back from hold.
unhold = Resume
# Ends a call.
hang-up = Hang up
# Cancels a call that still rings at the customer.
cancel-call = Cancel call
# Ends the agent's part in a call of several people.
leave-call = Leave
# Ends any other conversation.
end = End
# Ends the wrap-up.
complete = Complete
# Puts the customer's number on the clipboard.
copy-number = Copy number
# The number is on the clipboard.
number-copied = Number copied
# Opens the task's record.
open =
    { $entity ->
        [case] Open Case
       *[contact] Open Contact
    }
# Why a button that needs Flex can't be used.
needs-flex = Flex is not connected
# Why a call that rings at the customer can't be cancelled yet.
call-not-here = The call has not reached this browser yet
# Dismisses a notice.
dismiss = Dismiss
# Reloads the page.
reload = Reload
# Reloads the Flex frame.
reload-flex = Reload Flex
# Brings Flex to this window.
work-here = Work here

## What is wrong with the link to Flex

# No hello within 20 s.
flex-not-answering = Flex has not answered yet.
    .remedy = If Flex asks you to log in, log in below; allow its pop-up. The panel goes on waiting.
# The agent has signed out.
flex-signed-out = You are signed out of Flex.
    .remedy = Log in again below, or reload Flex.
# A newer session has ended this one.
flex-replaced = Flex was opened somewhere else, which ended it here.
    .remedy = Close the other one, then reload Flex.
# The bridge script speaks another version of the protocol.
flex-other-version = The panel's script in Flex is of another version ({ $theirs }).
    .remedy = Flex works, but is not kept in step. An administrator should deploy the script and the panel of one release.
# The bridge script can't work in this Flex.
flex-unfit = This version of Flex is not one that the panel can work with: it lacks { $lacks }.
    .remedy = Flex works, but is not kept in step. An administrator should move the account to Flex UI 2.6 or later.
# Why the list of tasks may be out of date.
stale =
    { $why ->
        [loading] Flex is loading.
        [not-answering] Flex has not answered yet.
        [reconnecting] Flex is reconnecting.
        [signed-out] You are signed out of Flex.
        [replaced] Flex was opened somewhere else.
       *[out-of-step] Flex is not kept in step.
    }
    .remedy = The list may be out of date.
# The heading of what an administrator should check while Flex does not answer.
checklist = What an administrator should check
# Both are origins.
checklist-allowed = Twilio Console, Flex, Allowed URLs: both { $panel } and { $dynamics } are listed.
# An origin.
checklist-origins = Flex configuration, ui_attributes.cif_panel.origins: { $panel } is listed.
# The bridge script.
checklist-plugin = The panel's script is deployed in Flex as a plugin.
# Logging in.
checklist-popup = Flex logs in by a pop-up, and the browser allows pop-ups here.

## What is wrong with a task

# The attributes are no object.
attributes-unreadable = The task's details can't be read.
    .remedy = You can work the task; find the customer's record in Dynamics yourself.
# An attribute is no id of a record.
malformed-id = The task's { $attribute } “{ $value }” is not a record's id.
    .remedy = You can work the task; find the customer's record in Dynamics yourself.
# No record has this id.
record-not-found =
    { $entity ->
        [case] Dynamics has no such Case.
       *[contact] Dynamics has no such Contact.
    }
    .remedy = It may have been deleted, or you may not be allowed to read it.
# Several rows answer for one id.
record-ambiguous =
    { $entity ->
        [case] Dynamics names { $count } records for this Case.
       *[contact] Dynamics names { $count } records for this Contact.
    }
    .remedy = Nothing was opened. Open it anyway, or search for it in Dynamics.
# $why is a part of a sentence.
record-refused =
    { $entity ->
        [case] The Case could not be opened: { $why }.
       *[contact] The Contact could not be opened: { $why }.
    }
    .remedy = Try to open it again.
# $privilege is its name in Dynamics.
record-forbidden =
    { $entity ->
        [case] You may not open this Case: you lack { $privilege }.
       *[contact] You may not open this Contact: you lack { $privilege }.
    }
    .remedy = Ask your administrator for this privilege in Dynamics.
# The tab was not there in time.
record-not-shown =
    { $entity ->
        [case] The Case has not come up yet.
       *[contact] The Contact has not come up yet.
    }
    .remedy = Dynamics may be slow. Wait a little, or open it again.
# $why is a part of a sentence.
tab-not-focused = The tab could not be brought to the front: { $why }.
    .remedy = Choose the tab in Dynamics yourself.
# The tab is in a session that is not in front.
session-behind = The record is in another session.
    .remedy = Click the customer's session at the left of Dynamics.
# The session in front is full.
session-full = The session in Dynamics is full: it takes no more tabs.
    .remedy = Close a tab there: the record then opens by itself. If it does not, press Open.
# $why is a part of a sentence.
session-not-made = No session of its own could be made: { $why }.
    .remedy = Its record opens in the session in front.
# The task's call is not the one in this browser.
other-call = This browser is in another call, so this one was not ended.
    .remedy = Select this task in Flex. When its call is the one you hear, end it again.

## What is wrong with a command

# What an action of Flex does.
flex-action =
    { $action ->
        [SelectTask] select the task
        [AcceptTask] accept the task
        [RejectTask] decline the task
        [WrapupTask] end the conversation
        [CompleteTask] complete the task
        [HangupCall] hang up
        [HoldCall] put the customer on hold
        [UnholdCall] resume the call
        [SendDTMFDigits] send the extension
        [StartOutboundCall] start the call
        [SetActivity] change the activity
       *[other] { $action }
    }
# $action is what an action does, $why a part of a sentence.
command-failed = Flex did not { $action }: { $why }.
    .remedy = Look in Flex below whether it was done, then try again.
# $action is what an action does.
command-timed-out = Flex did not say in time whether it could { $action }.
    .remedy = Look in Flex below whether it was done, then try again.
# Why a command to Flex failed.
command-not-connected = it is not connected
# Why a command to Flex failed.
command-no-answer = it did not answer in time
# Why a command to Flex failed.
command-unknown-task = it no longer has this task
# Why a command to Flex failed.
command-refused = it refused
# Why a command to Flex failed, in its own words.
command-refused-because = it refused (“{ $words }”)
# Why a command to Flex failed.
command-held-back = a plugin in Flex holds it back, and it may come later
# Why a command to Flex failed.
command-not-its-call = the call in this browser is another one
# Flex accepted the change, but kept the activity.
activity-not-changed = Flex did not change your activity.
    .remedy = Look in Flex why, then choose the activity again.
# A plugin has stopped the change.
activity-held-back = A Flex plugin holds this change of activity back.
    .remedy = It may come later. Look in Flex what the plugin waits for.
# $why is a part of a sentence.
mode-refused = The panel could not be docked or minimized: { $why }.
    .remedy = Use the button at the edge of the panel.
# Why a call to Dynamics failed.
call-timed-out = Dynamics did not answer in time
# Why a call to Dynamics failed.
call-malformed = Dynamics answered something that the panel does not understand
# Why a call to Dynamics failed.
call-refused = Dynamics refused
# Why a call to Dynamics failed, in its own words.
call-refused-because = Dynamics refused (“{ $words }”)

## Dialling, and what is wrong with it

# The field's text is being read.
reading-number = “{ $text }” is being read as a phone number.
    .remedy = The call starts as soon as it is known to be one.
# The number is on its way to Flex. $number is as in Dynamics, or in E.164.
dialling = Starting the call to { $number }.
    .remedy = The call appears in the list as soon as Flex has started it.
# The same after a reload, which loses the number.
dialling-unnamed = Starting the call.
    .remedy = The call appears in the list as soon as Flex has started it.
# The text is no number.
not-a-number = “{ $text }” was not dialled: it is not a phone number.
    .remedy = Correct the field, or dial in Flex.
# The number is national, and no country is configured.
no-country = “{ $text }” was not dialled: it has no country code.
    .remedy = Write the number with its country code (+49 …). An administrator can set defaultCountry in config.json.
# The text has no country code. $country is the name of a country.
not-of-country = “{ $text }” was not dialled: it is not a number of { $country }.
    .remedy = If it is a number of another country, write it with + and its country code. Otherwise correct the field.
# The number is too short.
too-short = “{ $text }” was not dialled: it is too short.
    .remedy = Correct the field, or dial in Flex.
# The number is too long.
too-long = “{ $text }” was not dialled: it is too long.
    .remedy = Correct the field, or dial in Flex.
# The text has letters, and is no number with them or without them.
letters-no-number = “{ $text }” was not dialled: it has letters that make no number.
    .remedy = Correct the field, or dial in Flex.
# The field holds several numbers. A button for each stands below.
several-numbers = “{ $text }” holds several numbers.
    .remedy = Choose the one to call.
# Dials one of several numbers.
call-number = Call { $number }
# Dials one of several numbers. $extension can be sent when the call is connected.
call-extension = Call { $number }, extension { $extension }
# Sends the digits of an extension to a connected call.
send-extension = Send extension { $digits }
# The call has an extension, but is on a phone to which the panel can not send digits.
enter-extension = Extension { $digits }.
    .remedy = Enter it on your phone as soon as the call is answered.
# The rules for phone numbers did not load.
rules-not-loaded = “{ $text }” was not dialled: the rules for phone numbers could not be loaded.
    .remedy = Click the number again, or dial in Flex.
# The agent is on the phone.
call-live = You are in a call already.
    .remedy = End it, then click the number again.
# A call rings here.
call-waits = A call is waiting.
    .remedy = Accept or decline it first, then click the number again.
# Flex places no call beside a callback that it takes for a call.
callback-is-call = Flex takes a callback in your list for a call; its channel is not registered.
    .remedy = Complete the callback, or dial in Flex. An administrator should register a task channel for callbacks in Flex.
# The lead stays where the call is.
call-live-elsewhere = A call is live in the window that has Flex.
    .remedy = End it there, then choose again to work here.
# The window with Flex has gone, and no other has it yet.
not-carried = No window that has Flex has answered, so what you did here was not done.
    .remedy = Wait until a window has Flex, then do it again.
# Nobody knows whether the act was done.
perhaps-carried = The window that has Flex has not answered, so what you did here may or may not have been done.
    .remedy = See in the list whether it was, before you do it again.
# An offline worker can't call.
worker-offline = You are offline in Flex, so no call was started.
    .remedy = Choose another activity in Flex, then click the number again.
# Without Flex there is no call.
flex-not-connected = Flex is not connected, so no call was started.
    .remedy = Wait until Flex is connected, or log in to it, then click the number again.
# Flex took the command, but no call came.
no-outbound-task = Flex has not started the call to { $number }.
    .remedy = Check that this browser may use the microphone, then try again.
# The same after a reload: no number outlives it.
no-outbound-task-unnamed = Flex has not started the call that you asked for before the reload.
    .remedy = Check that this browser may use the microphone, then try again.

## What is wrong with Dynamics

# The page is not in a frame.
not-in-dynamics = This page does not stand in Dynamics.
    .remedy = Open Dynamics; the panel shows itself there. Its address belongs into the channel provider's record.
# The client library did not load.
library-not-loaded = The client library of Dynamics could not be loaded from { $url }.
    .remedy = An administrator should check dynamicsUrl in config.json and the Content-Security-Policy of this page.
# $why is a part of a sentence.
host-silent = Dynamics does not answer.
    .remedy = The panel goes on asking. If it stays so, reload the page; an administrator should check that the provider's channel URL is this page.
# $why is a part of a sentence.
host-silent-because = Dynamics does not answer as it should: { $why }.
    .remedy = The panel goes on asking. If it stays so, reload the page; an administrator should check that the provider's channel URL is this page.
# Another organization than the configured one.
other-organization = Dynamics says that it is { $told }, which is not the configured organization.
    .remedy = An administrator should check dynamicsUrl in config.json.
# $why is a part of a sentence.
events-not-heard = The panel may miss what happens in Dynamics: { $why }.
    .remedy = Select tasks in the list, not by their tabs, and dial in Flex. Reload the page to try again.
# $why is a part of a sentence.
click-to-act-refused = Phone fields can't be clicked to call: { $why }.
    .remedy = Dial in Flex. An administrator can switch on click-to-act in the provider's record.
# $why is a sentence.
custom-parameters = The provider's Custom Parameters are not used. { $why }
    .remedy = The configured values stay. An administrator should correct the provider's record.

## What is wrong with the configuration

# The place where a setting is set.
place =
    { $place ->
        [file] config.json
        [build] Defaults of this build (.env)
       *[custom-parameters] Custom Parameters of the channel provider
    }
# The file could not be fetched.
config-silent = config.json could not be fetched: the server did not answer.
# The server has answered with this status.
config-status = config.json could not be fetched: the server answered { $status }.
# $words are the browser's words.
config-failed = config.json could not be fetched ({ $words }).
# $line and $column count from 1.
config-not-json = { $place } should hold a JSON object, but is not JSON from line { $line }, column { $column } on.
# JSON, but no object.
config-not-an-object = { $place } should hold a JSON object, but holds something else.
# $known are names of keys.
config-unknown-key = { $place } has an unknown key “{ $key }”. Known are: { $known }.
# Origins can't be overridden.
config-not-there = { $place } can't set “{ $key }”: that can be set in config.json and at build time only.
# $value is JSON.
config-bad-value = { $place }: “{ $key }” is { $value }, which is not allowed. Allowed is { $allowed }.
# A key without a default.
config-missing = “{ $key }” is set neither in config.json nor at build time. Allowed is { $allowed }.
# There is no file, but the defaults are enough.
defaults-in-force = The server has no config.json, so the defaults of this build are in force.
    .remedy = If that is intended, an administrator can put a config.json with {"{}"} beside index.html. If there is one, the server does not serve it: IIS needs a MIME type for .json.
# The values of a key.
allowed =
    { $key ->
        [dynamicsUrl] the https address of an organization on dynamics.com or a sovereign cloud, without a path (http on localhost only), and not beside dynamicsOrg
        [dynamicsOrg] the name of an organization as in acme or acme.crm4, and not beside dynamicsUrl
        [flexUrl] an https address (http on localhost only)
        [defaultCountry] a country of two letters (ISO 3166), as in DE
        [popOn] reserved or accepted
        [arrival] auto, keep, bring or wait
        [openWith] auto, search or form
        [sessions] shared or perTask
        [sessionTemplate] the unique name of a session template
       *[enableClickToAct] ask or never
    }
# The heading of the page that says what is wrong.
config-title = The panel is not set up correctly
# Below the problem.
config-remedy = An administrator should correct this, then reload the page.

## Windows and pages

# $time is the time of day at which the other window was opened.
following = Flex runs in another window, the one opened at { $time }.
    .remedy = What you do here is done there.
# No window has said that it leads.
looking-for-leader = Looking for the window that has Flex.
    .remedy = Without one, Flex loads here.
# Windows can't know of each other.
alone = This browser can't tell your windows of each other, so each loads Flex for itself.
    .remedy = Keep Dynamics open in one window only: Flex ends all but the most recent.
# The configuration is being fetched.
starting = Starting
# After a crash.
crashed = The panel has stopped
    .remedy = Your calls and chats go on in Flex. Reload the panel to get them back on screen.

## At load, before any Rust code runs: start.js shows these in a page that has nothing else yet

# After ten seconds: the heading, with the remedy where start.js itself does not run. The page has it in all languages.
load-slow = The panel has not started yet
    .remedy = Reload the page. If it stays so, an administrator should check start.js.
# The heading, and the words above the explanation for the administrator.
load-failed = The panel could not start
    .remedy = Reload the page. If it stays so, an administrator needs to know this:
# A file of the panel. $status is a number.
load-not-served = The server answers { $status } for { $file }.
    .remedy = Copy all of dist/ to the server; IIS also needs a MIME type for .wasm.
# A file of the panel.
load-page-instead = The server answers with a page in place of { $file }.
    .remedy = Copy all of dist/ to the server, and let it answer 404 for a missing file, not with index.html.
# What is said to the administrator.
load-forbidden = The page's Content-Security-Policy forbids WebAssembly.
    .remedy = Add 'wasm-unsafe-eval' to its script-src.
# What is said to the administrator.
load-unsupported = This browser has no WebAssembly, or it is switched off.
    .remedy = Use a current Edge or Chrome, with WebAssembly allowed.
# A file of an earlier build.
load-old-page = This page is an old one from a cache: the server no longer has { $file }.
    .remedy = Send Cache-Control: no-cache with index.html.
# Anything else. $words are the browser's words.
load-unusable = { $file } can't be used ({ $words }).
    .remedy = Check the connection, the browser's version and the file on the server.

## Diagnostics

# The page for support, and the button in the head that opens it.
diagnostics = Diagnostics
# Goes back to where the agent was before.
back = Back
# The versions of all parts.
diagnostics-versions = Versions
# Which settings are in force.
diagnostics-configuration = Configuration
# How often something went wrong.
diagnostics-counters = Counters
# What has happened, and what the panel has done.
diagnostics-log = Events and effects
# A value that is not known.
diagnostics-untold = not told
# A setting without a value.
diagnostics-unset = not set
# The box that shows personal data.
diagnostics-personal = Show personal data
    .remedy = Without it, names, numbers, titles and records are masked, here and in what you copy or download.
# Copies the report to the clipboard.
diagnostics-copy = Copy
# The report is on the clipboard.
diagnostics-copied = Report copied
# The report could not be copied.
diagnostics-not-copied = Not copied: download the report instead
# Saves the report as a file.
diagnostics-download = Download
# The label of the search field.
diagnostics-search = Search
# The label of the choice between events and effects.
diagnostics-direction = Direction
# The label of the choice among the sides.
diagnostics-side = Side
# The choice that shows everything.
diagnostics-all = All
# Something that the store received.
diagnostics-event = Event
# Something that the store asked for.
diagnostics-effect = Effect
# How many entries are found, of how many ($all).
diagnostics-matches = { $count } of { $all }
# Shows older entries.
diagnostics-more = Show older ones
