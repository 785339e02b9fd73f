"""What the commands of review say of themselves, and of what comes next."""

from kaigai.terms.text import Text

SUGGEST_HELP = Text(
    en="Suggest the names or captions that are missing: romanised, remembered, or translated by "
    "a service that you configure. Nothing is in use before a person approves it.",
    ja="足りない名称や字幕の案を作ります(ローマ字化・翻訳メモリ・設定した翻訳サービス)。"
    "人が承認するまで使われません。",
)
EXPORT_HELP = Text(
    en="Give out a sheet for reviewers, or of a captions file for translators.",
    ja="確認者用のシート、または字幕の翻訳用シートを書き出します。",
)
IMPORT_HELP = Text(
    en="Take a sheet in: each row becomes a decision, and conflicts are shown.",
    ja="シートを取り込みます。各行が判断として記録され、競合があれば示します。",
)
STATUS_HELP = Text(
    en="How far the review is, with conflicts and who decided what.",
    ja="確認の進み具合、競合、誰が何を決めたかを示します。",
)
CAPTIONS_FILE = Text("A captions file, to suggest translations of its cues.", "字幕ファイル。")
KIND = Text(
    "Only title, artist, release or video-title; may be repeated.",
    "title・artist・release・video-title のいずれかだけ(複数指定可)。",
)
LANGUAGES = Text(
    "Languages with commas between: latin (romanised), en, ko, zh-Hant … (else latin,en; "
    "captions: en).",
    "言語をカンマ区切りで: latin(ローマ字)、en、ko、zh-Hant など(既定は latin,en。字幕は en)。",
)
ONE_LANGUAGE = Text("The language of the translated captions.", "訳した字幕の言語。")
ARTIST = Text(
    "Only this artist, in any spelling, or by id.",
    "このアーティストだけ(どの表記でも、IDでも可)。",
)
PROVIDER = Text(
    "This service in place of the one in settings.toml; none for none.",
    "settings.toml の代わりに使うサービス。none で使いません。",
)
YES = Text(
    "Send texts to the service; without it the cost is told and nothing is sent.",
    "サービスに送信します。付けない場合は料金を示すだけで送信しません。",
)
DRY_RUN = Text("Keep nothing, send nothing.", "保存も送信もしません。")
LYRICS = Text(
    "The whole captions file is lyrics (else the cues marked ♪ are).",
    "字幕全体が歌詞です(省略時は♪の付いた字幕だけを歌詞とみなします)。",
)
LIMIT = Text("At most so many names.", "名称の最大件数。")
TO = Text("Write to this file: .xlsx, .csv or .json.", "書き出し先(.xlsx・.csv・.json)。")
CAPTIONS = Text("The captions file that the sheet is of.", "シートのもとになる字幕ファイル。")
SHEET = Text(
    "A sheet that `kaigai localise export` gave out.",
    "`kaigai localise export` で書き出したシート。",
)
BY = Text("Who decided.", "判断した人の名前。")
OVERTURN = Text(
    "Decide against decisions that others made meanwhile.", "ほかの人の判断を覆して記録します。"
)
OUT_CAPTIONS = Text(
    "The new captions file: .srt, .vtt, .ass, .ttml, .sbv or .lrc.",
    "新しい字幕ファイル(.srt・.vtt・.ass・.ttml・.sbv・.lrc)。",
)
OUT_STATUS = Text(
    "Write to this file: .html, .csv, .xlsx, .json or .parquet.",
    "書き出し先(.html・.csv・.xlsx・.json・.parquet)。",
)
LOOKING = Text("looking for names", "名称を探しています")
GIVE_OUT = Text("give out a sheet for reviewers", "確認者用のシートを書き出す")
TAKE_IN = Text("take in what reviewers decided", "確認者の判断を取り込む")
SEE_NAMES = Text("see the names that count now", "現在有効な名称を見る")
CHECK = Text("check reading speed, length and gaps", "読む速さ・長さ・間隔を検査する")
CLEARED = Text("deliver, once the lyrics are cleared", "歌詞の許諾を確かめて納品する")
WRITTEN = Text("{to}: {count} rows", "{to}: {count}行")
NOTHING_OPEN = Text(
    "Nothing is open: every suggestion was decided, or none was made.",
    "確認待ちはありません(すべて判断済みか、まだ案がありません)。",
)
NO_SHEET = Text(
    en="{to} ends in none of .xlsx, .csv, .json; give another --to",
    ja="{to} の拡張子が .xlsx・.csv・.json ではありません。--to を変えてください",
)
NO_STATUS = Text(
    en="{out} ends in none of .html, .csv, .xlsx, .json, .parquet; give another --out",
    ja="{out} の拡張子が .html・.csv・.xlsx・.json・.parquet ではありません。"
    "--out を変えてください",
)
NO_OUT = Text(
    en="name the new captions file with its ending: --out song.en.vtt",
    ja="新しい字幕ファイルを拡張子付きで指定してください: --out song.en.vtt",
)
NAME_FILE = Text(
    en="captions are suggested for a file; name it: kaigai localise suggest FILE",
    ja="字幕の案にはファイルの指定が必要です: kaigai localise suggest ファイル",
)
