"""What the terminal door of captions says."""

from kaigai.terms.text import Text

CHECK_HELP = Text(
    en="Check captions by the rules of their language: reading speed, lines, gaps, marks.",
    ja="字幕を言語ごとの規則で検査します(読む速さ、行の長さ、間隔、記号など)。",
)
FIX_HELP = Text(
    en="Fix what can be fixed safely, show what was changed, and write a new file.",
    ja="安全に直せるものを直し、変更点を示して、新しいファイルに書き出します。",
)
CONVERT_HELP = Text(
    en="Write captions in another format, and say what is lost; lyrics leave only if cleared.",
    ja="字幕を別の形式に変換し、失われるものを示します。歌詞は許諾がなければ外に出せません。",
)
RULES_HELP = Text(
    en="List the rules, and the limits of each language with their source.",
    ja="規則と、言語別の基準・出典を一覧します。",
)
FILES = Text(
    "SRT, WebVTT, ASS, TTML, SBV or LRC files.", "SRT・WebVTT・ASS・TTML・SBV・LRCの字幕。"
)
FILE = Text("The captions.", "字幕ファイル。")
LANGUAGE = Text(
    en="Language of the captions (else as the file, its name or its letters say).",
    ja="字幕の言語(省略時はファイルの記載・ファイル名・文字種から判断)。",
)
ORIGINAL = Text(
    en="The captions in the original language, to find lines that were not translated.",
    ja="原語の字幕。訳し漏れを探します。",
)
FPS = Text(
    "Frames a second of the film, for example 23.976.", "映像のフレームレート(例: 23.976)。"
)
AUDIENCE = Text("adult, children or sdh (for the deaf).", "adult、children、sdh(聴覚障害者向け)。")
LIMIT_HELP = Text("At most so many problems on the screen.", "画面に出す最大件数。")
OUT_CHECK = Text(
    en="Write to this file: .html a page, .svg .png a picture, .csv .xlsx .json all problems.",
    ja="ファイルに書き出します。.html はページ、.svg .png は図、.csv .xlsx .json は問題の一覧。",
)
OUT_NEW = Text(
    en="The new file; its ending says the format. Without it, only shows what would change.",
    ja="新しいファイル。拡張子で形式が決まります。省略すると変更内容を示すだけです。",
)
OUT_CONVERT = Text(
    "The new file; its ending says the format.", "新しいファイル。拡張子で形式が決まります。"
)
FOR = Text(
    en="Where the file goes (for example youtube): cues marked as song must then be cleared.",
    ja="納品先(例: youtube)。指定すると、歌詞(♪)の行に許諾が必要になります。",
)
LYRICS = Text("The whole file is lyrics.", "ファイル全体が歌詞です。")
WORK = Text(
    "The work: ISWC, or the id in the clearance.", "作品ID(ISWC、または許諾の記録にあるID)。"
)
TERRITORY = Text(
    en="Where it goes: a code, a name or Worldwide; may be repeated.",
    ja="出す地域。コード・名前・Worldwide(複数指定可)。",
)
SUNG = Text(
    en="The language in which the song is sung (else the workspace's home language).",
    ja="歌われている言語(省略時はワークスペースの本国の言語)。",
)
AS_OF = Text("Judge on this day (else today).", "この日付で判定します(省略時は今日)。")
NO_KIND = Text(
    en="{out} ends in none of: {endings}", ja="{out} の拡張子は {endings} のいずれかにしてください"
)
SAME_FILE = Text(
    en="{out} is the file itself; give another --out",
    ja="{out} は元のファイルです。別の --out を指定してください",
)
NO_FORMAT = Text(
    en="{out}: write to .html, .csv, .xlsx or .json, or one file to .svg or .png",
    ja="{out}: .html・.csv・.xlsx・.json(1ファイルなら .svg・.png も)にしてください",
)
UNREADABLE = Text("{path} cannot be read ({error})", "{path} を読み込めません({error})")
NO_TERRITORY = Text("{name} is no territory", "{name} という国・地域はありません")
HELD_BACK = Text(
    en="Held back, nothing was written: {reason} (lyrics in cues {cues}).",
    ja="書き出しませんでした: {reason}(歌詞: {cues}番)。",
)
NOT_TO_LEAVE = Text(
    en="{count} cues are lyrics in another language: the file may not leave without a clearance "
    "(--for checks it).",
    ja="{count}件は別の言語にした歌詞です。許諾なしに外には出せません"
    "(--for を付けると確認します)。",
)
WRITTEN = Text("{out}: {count} cues", "{out}: {count}件のキュー")
SHOWN_IN = Text("{out}: {count} problems", "{out}: 問題{count}件")
WRITE_IT = Text("write the fixed file", "修正したファイルを書き出す")
CHECK_AGAIN = Text("check the new file", "新しいファイルを検査する")
FIX_IT = Text("fix what can be fixed safely", "安全に直せるものを直す")
PAGE = Text("see it as a page, with a picture", "図の付いたページで見る")
SEE_CLEARANCES = Text("see what is cleared", "許諾の一覧を見る")
IMPORT = Text("record a clearance", "許諾を記録する")
ENCODING = Text(
    en="The file's encoding where it is not found by itself (cp949, gb18030, big5 …).",
    ja="自動で判別できない場合の文字コード(cp949、gb18030、big5 など)。",
)
