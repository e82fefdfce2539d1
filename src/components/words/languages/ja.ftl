### パネルの日本語。Dynamics の用語では Case はサポート案件、Contact は取引先担当者。

## 見出し、レール、一覧

tasks-title = タスク
tasks = { $count } 件のタスク
waiting = { $count } 件待機中
to-waiting = 待機中のタスクへ移動
to-look-at = 要確認 { $count } 件
rail = { $tasks }。パネルを開きます。
no-tasks = タスクはありません。Flex の通話とチャットがここに表示されます。
no-tasks-yet = Flex に接続すると、通話とチャットがここに表示されます。
more-tasks = ほかに { $count } 件のタスクがあります。Flex で確認してください。
between = { "、" }
language-choice = 言語
language-automatic = Dynamics と同じ

## キーボード

shortcuts = キーボード ショートカット
shortcuts-where = パネルにいる間だけ使えます。先にパネルをクリックするか、Tab で移動してください。Dynamics と Flex には別のキーがあります。
shortcuts-which = 応答と拒否は、現在の行が待機中ならその行に対して行われます。そうでなければ先頭の行、つまり待機中の通話、または最も長く待っているタスクに対して行われます。
shortcuts-on = ショートカットを有効にする
shortcut-next = 次のタスク
shortcut-previous = 前のタスク
shortcut-nth = 1 番目から 9 番目のタスク
shortcut-help = この一覧
shortcut-rows = 一覧の行を移動
shortcut-buttons = 行のボタンへ移動
close = 閉じる
key-shift = Shift
key-enter = Enter
key-home = Home
key-end = End
news = { $customer }: { $news }
no-longer-waiting = { $customer } は待機していません。
task-over = { $customer }: タスクは終了しました。
new-tasks = 新しいタスクが { $count } 件あります。
more-changes = 一覧にほかの変更が { $count } 件あります。

## 接続

connections = 接続
dynamics = Dynamics
flex = Flex
flex-area = Twilio Flex
link = { $name }: { $state }
link-connecting = 接続中
link-connected = 接続済み
link-silent = 応答していません
link-not-connected = 未接続
link-loading = 読み込み中
link-waiting = 応答なし
link-reconnecting = 再接続中
link-signed-out = サインアウト済み
link-replaced = 別の場所で使用中
link-other-version = 別のバージョン
link-too-old = 古いバージョン
loading-flex = Flex を読み込んでいます

## アクティビティ

activity = Flex でのアクティビティ
activity-offline = { $name }: Flex から発信できず、タスクも割り当てられません
activity-available = { $name }: タスクが割り当てられます
activity-away = { $name }: タスクは割り当てられません

## タスク

channel =
    { $channel ->
        [voice] 通話
        [callback] 折り返し
        [voicemail] 留守番電話
        [chat] Web チャット
        [sms] SMS
        [email] メール
        [whatsapp] WhatsApp
        [messenger] Messenger
        [instagram] Instagram
        [google-business] Google Business
        [apple-messages] Apple Messages
        [rcs] RCS
       *[other] { $name }
    }
state-calling = 発信中
state-waiting = 待機中
state-on-hold = 保留中
state-in-call = 通話中
state-active = 対応中
state-wrap-up = 後処理
state-paused = 一時停止中
unread = 未読 { $count } 件
whole-time = 合計 { $time }
awaits-answer = 顧客は { $time } から返信を待っています。
muted = ミュート
opening = 開いています
ready = 準備完了
record-ready = レコードの準備完了
selected = 選択中
unknown-customer = 不明な顧客
no-record = レコードなし
entity =
    { $entity ->
        [case] サポート案件
       *[contact] 取引先担当者
    }
arrival =
    { $kind ->
        [voice] 新着: { $customer } からの通話が待機しています。
        [callback] 新着: { $customer } への折り返しが待機しています。
        [voicemail] 新着: { $customer } からの留守番電話が待機しています。
        [chat] 新着: { $customer } からのチャットが待機しています。
        [sms] 新着: { $customer } からの SMS が待機しています。
        [email] 新着: { $customer } からのメールが待機しています。
       *[other] 新着: { $customer } からの { $name } が待機しています。
    }
foreign-record =
    { $entity ->
        [case] 前面のサポート案件は { $customer } のもので、この顧客のものではありません。
       *[contact] 前面の取引先担当者は { $customer } で、この顧客ではありません。
    }
    .remedy = この会話について、そこには何も入力しないでください。
foreign-record-unnamed =
    { $entity ->
        [case] 前面のサポート案件は別の顧客のものです。
       *[contact] 前面の取引先担当者は別の顧客です。
    }
    .remedy = この会話について、そこには何も入力しないでください。
out-of-reach = レコードは別のアプリケーションのセッションで開いている可能性があります。
    .remedy = 表示されていない場合は、そのセッションに移動するか、ここで開いてください。

## ボタン

about = { $act }: { $customer }
accept = 応答
decline = 拒否
hold = 保留
unhold = 保留解除
hang-up = 通話終了
cancel-call = 発信をやめる
leave-call = 退出
end = 終了
complete = 完了
copy-number = 番号をコピー
number-copied = 番号をコピーしました
open =
    { $entity ->
        [case] サポート案件を開く
       *[contact] 取引先担当者を開く
    }
needs-flex = Flex に接続していません
call-not-here = 通話がまだこのブラウザーに届いていません
dismiss = 閉じる
reload = 再読み込み
reload-flex = Flex を再読み込み
work-here = ここで作業する

## Flex との接続の問題

flex-not-answering = Flex からまだ応答がありません。
    .remedy = Flex でログインを求められたら、下でログインし、ポップアップを許可してください。パネルは引き続き待機します。
flex-signed-out = Flex からサインアウトしています。
    .remedy = 下でもう一度ログインするか、Flex を再読み込みしてください。
flex-replaced = Flex が別の場所で開かれたため、ここでは終了しました。
    .remedy = もう一方を閉じてから、Flex を再読み込みしてください。
flex-other-version = Flex 内のパネルのスクリプトは別のバージョン ({ $theirs }) です。
    .remedy = Flex は使用できますが、同期されません。管理者は、同じリリースのスクリプトとパネルを展開してください。
flex-unfit = このバージョンの Flex ではパネルを使用できません。{ $lacks } がありません。
    .remedy = Flex は使用できますが、同期されません。管理者は、アカウントを Flex UI 2.6 以降に更新してください。
stale =
    { $why ->
        [loading] Flex を読み込んでいます。
        [not-answering] Flex からまだ応答がありません。
        [reconnecting] Flex は再接続中です。
        [signed-out] Flex からサインアウトしています。
        [replaced] Flex が別の場所で開かれました。
       *[out-of-step] Flex は同期されていません。
    }
    .remedy = 一覧は最新ではない可能性があります。
checklist = 管理者が確認すること
checklist-allowed = Twilio Console、Flex、Allowed URLs: { $panel } と { $dynamics } の両方が登録されていること。
checklist-origins = Flex の構成、ui_attributes.cif_panel.origins: { $panel } が登録されていること。
checklist-plugin = パネルのスクリプトがプラグインとして Flex に展開されていること。
checklist-popup = Flex のログインがポップアップで行われ、ブラウザーがここでポップアップを許可していること。

## タスクの問題

attributes-unreadable = タスクの詳細を読み取れません。
    .remedy = タスクには対応できます。顧客のレコードは Dynamics で検索してください。
malformed-id = タスクの { $attribute }「{ $value }」はレコードの ID ではありません。
    .remedy = タスクには対応できます。顧客のレコードは Dynamics で検索してください。
record-not-found =
    { $entity ->
        [case] このサポート案件は Dynamics にありません。
       *[contact] この取引先担当者は Dynamics にありません。
    }
    .remedy = 削除されたか、読み取る権限がない可能性があります。
record-ambiguous =
    { $entity ->
        [case] このサポート案件に該当するレコードが Dynamics に { $count } 件あります。
       *[contact] この取引先担当者に該当するレコードが Dynamics に { $count } 件あります。
    }
    .remedy = 何も開いていません。そのまま開くか、Dynamics で検索してください。
record-refused =
    { $entity ->
        [case] サポート案件を開けませんでした: { $why }。
       *[contact] 取引先担当者を開けませんでした: { $why }。
    }
    .remedy = もう一度開いてみてください。
record-forbidden =
    { $entity ->
        [case] このサポート案件を開く権限がありません。{ $privilege } が必要です。
       *[contact] この取引先担当者を開く権限がありません。{ $privilege } が必要です。
    }
    .remedy = Dynamics のこの権限を管理者に依頼してください。
record-not-shown =
    { $entity ->
        [case] サポート案件がまだ表示されていません。
       *[contact] 取引先担当者がまだ表示されていません。
    }
    .remedy = Dynamics の動作が遅い可能性があります。少し待つか、もう一度開いてください。
tab-not-focused = タブを前面に表示できませんでした: { $why }。
    .remedy = Dynamics でタブを選択してください。
session-behind = レコードは別のセッションにあります。
    .remedy = Dynamics の左側で顧客のセッションをクリックしてください。
session-full = Dynamics のセッションがいっぱいで、これ以上タブを開けません。
    .remedy = タブを 1 つ閉じると、レコードは自動的に開きます。開かない場合は「開く」を押してください。
session-not-made = 専用のセッションを作成できませんでした: { $why }。
    .remedy = レコードは前面のセッションで開きます。
other-call = このブラウザーは別の通話中のため、この通話は終了しませんでした。
    .remedy = Flex でこのタスクを選択し、この通話が聞こえる状態になってから、もう一度終了してください。

## コマンドの問題

flex-action =
    { $action ->
        [SelectTask] タスクの選択
        [AcceptTask] タスクへの応答
        [RejectTask] タスクの拒否
        [WrapupTask] 会話の終了
        [CompleteTask] タスクの完了
        [HangupCall] 通話の終了
        [HoldCall] 保留
        [UnholdCall] 保留の解除
        [SendDTMFDigits] 内線の送信
        [StartOutboundCall] 発信
        [SetActivity] アクティビティの変更
       *[other] { $action }
    }
command-failed = Flex で「{ $action }」を実行できませんでした: { $why }。
    .remedy = 実行されたかどうかを下の Flex で確認してから、もう一度お試しください。
command-timed-out = 「{ $action }」を実行できたかどうか、Flex から時間内に応答がありませんでした。
    .remedy = 実行されたかどうかを下の Flex で確認してから、もう一度お試しください。
command-not-connected = Flex に接続していません
command-no-answer = Flex から時間内に応答がありませんでした
command-unknown-task = このタスクは Flex にもうありません
command-refused = Flex が拒否しました
command-refused-because = Flex が拒否しました (「{ $words }」)
command-held-back = Flex のプラグインが保留しており、後で実行されることがあります
command-not-its-call = このブラウザーの通話は別のものです
activity-not-changed = Flex のアクティビティは変わりませんでした。
    .remedy = Flex で理由を確認してから、もう一度選択してください。
activity-held-back = Flex のプラグインがアクティビティの変更を保留しています。
    .remedy = 後で変更されることがあります。プラグインが何を待っているか Flex で確認してください。
mode-refused = パネルをドッキングまたは最小化できませんでした: { $why }。
    .remedy = パネルの端にあるボタンを使用してください。
call-timed-out = Dynamics から時間内に応答がありませんでした
call-malformed = Dynamics の応答をパネルが理解できませんでした
call-refused = Dynamics が拒否しました
call-refused-because = Dynamics が拒否しました (「{ $words }」)

## 発信の問題

reading-number = 「{ $text }」を電話番号として読み取っています。
    .remedy = 電話番号と確認でき次第、発信します。
dialling = { $number } への発信を開始しています。
    .remedy = Flex が通話を開始すると、一覧に表示されます。
dialling-unnamed = 発信を開始しています。
    .remedy = Flex が通話を開始すると、一覧に表示されます。
not-a-number = 「{ $text }」に発信しませんでした。電話番号ではありません。
    .remedy = フィールドを修正するか、Flex で発信してください。
no-country = 「{ $text }」に発信しませんでした。国番号がありません。
    .remedy = 国番号 (+81 …) を付けて番号を入力してください。管理者は config.json で defaultCountry を設定できます。
not-of-country = 「{ $text }」に発信しませんでした。{ $country } の番号ではありません。
    .remedy = 別の国の番号であれば、+ と国番号を付けて入力してください。そうでなければフィールドを修正してください。
too-short = 「{ $text }」に発信しませんでした。番号が短すぎます。
    .remedy = フィールドを修正するか、Flex で発信してください。
too-long = 「{ $text }」に発信しませんでした。番号が長すぎます。
    .remedy = フィールドを修正するか、Flex で発信してください。
letters-no-number = 「{ $text }」に発信しませんでした。文字を数字に置き換えても番号になりません。
    .remedy = フィールドを修正するか、Flex で発信してください。
several-numbers = 「{ $text }」には複数の番号があります。
    .remedy = 発信する番号を選択してください。
call-number = { $number } に発信
call-extension = { $number } に発信（内線 { $extension }）
send-extension = 内線 { $digits } を送信
enter-extension = 内線 { $digits }。
    .remedy = 相手が応答したら、お使いの電話機で入力してください。
rules-not-loaded = 「{ $text }」に発信しませんでした。電話番号の規則を読み込めませんでした。
    .remedy = 番号をもう一度クリックするか、Flex で発信してください。
call-live = すでに通話中です。
    .remedy = 通話を終了してから、番号をもう一度クリックしてください。
call-waits = 待機中の通話があります。
    .remedy = 先に応答または拒否してから、番号をもう一度クリックしてください。
callback-is-call = Flex は一覧の折り返しを通話とみなしています。そのチャネルが登録されていません。
    .remedy = 折り返しを完了するか、Flex で発信してください。管理者は Flex に折り返し用のタスク チャネルを登録してください。
call-live-elsewhere = Flex を表示しているウィンドウで通話中です。
    .remedy = そちらで通話を終了してから、もう一度「ここで作業する」を選択してください。
not-carried = Flex を表示しているウィンドウから応答がなかったため、操作は実行されませんでした。
    .remedy = いずれかのウィンドウに Flex が表示されてから、もう一度操作してください。
perhaps-carried = Flex を表示しているウィンドウから応答がなかったため、操作が実行されたかどうかわかりません。
    .remedy = もう一度操作する前に、一覧で確認してください。
worker-offline = Flex でオフラインのため、発信しませんでした。
    .remedy = Flex で別のアクティビティを選択してから、番号をもう一度クリックしてください。
flex-not-connected = Flex に接続していないため、発信しませんでした。
    .remedy = Flex に接続するまで待つか、ログインしてから、番号をもう一度クリックしてください。
no-outbound-task = Flex から { $number } への発信が始まりませんでした。
    .remedy = このブラウザーでマイクの使用が許可されていることを確認してから、もう一度お試しください。
no-outbound-task-unnamed = 再読み込みの前に依頼された発信を Flex は開始しませんでした。
    .remedy = このブラウザーでマイクの使用が許可されていることを確認してから、もう一度お試しください。

## Dynamics の問題

not-in-dynamics = このページは Dynamics の中にありません。
    .remedy = Dynamics を開くと、パネルが表示されます。このページのアドレスは、チャネル プロバイダーのレコードに登録します。
library-not-loaded = Dynamics のクライアント ライブラリを { $url } から読み込めませんでした。
    .remedy = 管理者は、config.json の dynamicsUrl と、このページの Content-Security-Policy を確認してください。
host-silent = Dynamics から応答がありません。
    .remedy = パネルは待機を続けます。解決しない場合は、ページを再読み込みしてください。管理者は、プロバイダーのチャネル URL がこのページであることを確認してください。
host-silent-because = Dynamics の応答が正しくありません: { $why }。
    .remedy = パネルは待機を続けます。解決しない場合は、ページを再読み込みしてください。管理者は、プロバイダーのチャネル URL がこのページであることを確認してください。
other-organization = Dynamics は { $told } であり、構成された組織ではありません。
    .remedy = 管理者は、config.json の dynamicsUrl を確認してください。
events-not-heard = Dynamics での操作をパネルが検知できない可能性があります: { $why }。
    .remedy = タスクはタブではなく一覧で選択し、発信は Flex で行ってください。ページを再読み込みすると、もう一度試せます。
click-to-act-refused = 電話番号フィールドをクリックして発信することはできません: { $why }。
    .remedy = Flex で発信してください。管理者は、プロバイダーのレコードで Click-to-Act を有効にできます。
custom-parameters = プロバイダーの Custom Parameters は使用されません。{ $why }
    .remedy = 構成された値がそのまま使用されます。管理者は、プロバイダーのレコードを修正してください。

## 構成の問題

place =
    { $place ->
        [file] config.json
        [build] このビルドの既定値 (.env)
       *[custom-parameters] チャネル プロバイダーの Custom Parameters
    }
config-silent = config.json を取得できませんでした。サーバーから応答がありません。
config-status = config.json を取得できませんでした。サーバーの応答は { $status } です。
config-failed = config.json を取得できませんでした ({ $words })。
config-not-json = { $place }: JSON オブジェクトが必要ですが、{ $line } 行 { $column } 列から JSON ではありません。
config-not-an-object = { $place }: JSON オブジェクトが必要ですが、別のものです。
config-unknown-key = { $place }: キー「{ $key }」はありません。使用できるキー: { $known }。
config-not-there = { $place }: 「{ $key }」は config.json とビルド時にのみ設定できます。
config-bad-value = { $place }: 「{ $key }」の値 { $value } は使用できません。使用できる値: { $allowed }。
config-missing = 「{ $key }」が config.json でもビルド時でも設定されていません。使用できる値: { $allowed }。
defaults-in-force = サーバーに config.json がないため、このビルドの既定値が使われています。
    .remedy = これが意図どおりなら、管理者は {"{}"} だけの config.json を index.html と同じ場所に置いてください。すでにある場合は、サーバーが配信していません。IIS では .json の MIME の種類が必要です。
allowed =
    { $key ->
        [dynamicsUrl] dynamics.com またはソブリン クラウド上の組織の https アドレス。パスなし (http は localhost のみ)。dynamicsOrg とは併用不可
        [dynamicsOrg] acme や acme.crm4 のような組織の名前。dynamicsUrl とは併用不可
        [flexUrl] https アドレス (http は localhost のみ)
        [defaultCountry] JP のような 2 文字の国コード (ISO 3166)
        [popOn] reserved または accepted
        [arrival] auto、keep、bring、または wait
        [openWith] auto、search または form
        [sessions] shared または perTask
        [sessionTemplate] セッション テンプレートの一意の名前
       *[enableClickToAct] ask または never
    }
config-title = パネルが正しく設定されていません
config-remedy = 管理者は、これを修正してからページを再読み込みしてください。

## ウィンドウとページ

following = Flex は、{ $time } に開いた別のウィンドウで動作しています。
    .remedy = ここで行った操作は、そちらで実行されます。
looking-for-leader = Flex を表示しているウィンドウを探しています。
    .remedy = 見つからない場合、Flex はここに読み込まれます。
alone = このブラウザーではウィンドウどうしが連携できないため、それぞれが Flex を読み込みます。
    .remedy = Dynamics は 1 つのウィンドウだけで開いてください。Flex は最後に開いたもの以外をすべて終了します。
starting = 起動しています
crashed = パネルが停止しました
    .remedy = 通話とチャットは Flex で継続しています。もう一度表示するには、パネルを再読み込みしてください。

## 読み込み時、Rust より前 (start.js)

load-slow = パネルがまだ起動していません
    .remedy = ページを再読み込みしてください。変わらない場合、管理者は start.js を確認してください。
load-failed = パネルを起動できませんでした
    .remedy = ページを再読み込みしてください。変わらない場合は、次の内容を管理者に伝えてください。
load-not-served = { $file } に対するサーバーの応答は { $status } です。
    .remedy = dist/ をすべてサーバーにコピーしてください。IIS では .wasm の MIME の種類も必要です。
load-page-instead = サーバーが { $file } の代わりにページを返しています。
    .remedy = dist/ をすべてサーバーにコピーし、ないファイルには index.html ではなく 404 を返すようにしてください。
load-forbidden = このページの Content-Security-Policy が WebAssembly を禁止しています。
    .remedy = その script-src に 'wasm-unsafe-eval' を追加してください。
load-unsupported = このブラウザーには WebAssembly がないか、無効になっています。
    .remedy = WebAssembly を許可した最新の Edge または Chrome を使用してください。
load-old-page = このページはキャッシュにあった古いものです。サーバーに { $file } はもうありません。
    .remedy = index.html には Cache-Control: no-cache を付けて送信してください。
load-unusable = { $file } を使用できません ({ $words })。
    .remedy = 接続、ブラウザーのバージョン、サーバー上のファイルを確認してください。

## Diagnostics

diagnostics = 診断
back = 戻る
diagnostics-versions = バージョン
diagnostics-configuration = 構成
diagnostics-counters = カウンター
diagnostics-log = イベントと処理
diagnostics-untold = 不明
diagnostics-unset = 未設定
diagnostics-personal = 個人データを表示
    .remedy = オフの場合、氏名、番号、タイトル、レコードは、この画面とコピーまたはダウンロードした内容で伏せられます。
diagnostics-copy = コピー
diagnostics-copied = レポートをコピーしました
diagnostics-not-copied = コピーできませんでした。レポートをダウンロードしてください
diagnostics-download = ダウンロード
diagnostics-search = 検索
diagnostics-direction = 方向
diagnostics-side = 相手
diagnostics-all = すべて
diagnostics-event = イベント
diagnostics-effect = 処理
diagnostics-matches = { $all } 件中 { $count } 件
diagnostics-more = 以前のものを表示
