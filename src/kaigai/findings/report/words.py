"""Every word of the report's page, in both languages."""

from collections.abc import Mapping
from typing import Final

from kaigai.terms.text import Text

WORDS: Final[Mapping[str, Text]] = {
    # Head
    "kicker": Text("Overseas report", "海外展開レポート"),
    "lede": Text(
        "What keeps this catalogue from being heard abroad, and what to do first.",
        "海外で聴かれるのを妨げているものと、まず取り組むべきことをまとめました。",
    ),
    "as_of": Text("As of {day}", "{day}時点"),
    "made": Text("Made on {at} (UTC)", "作成: {at}(UTC)"),
    "stale": Text(
        "Files were read after these checks ran. Run “kaigai audit” again for a fresh report.",
        "この検査のあとに新しいファイルが読み込まれています。"
        "最新の内容にするには kaigai audit を再実行してください。",
    ),
    "skip": Text("Skip to the report", "本文へ移動"),
    "contents": Text("Contents", "目次"),
    "read": Text("Read", "読み込んだもの"),
    "files": Text("Files", "ファイル"),
    "recordings": Text("Recordings", "録音"),
    "releases": Text("Releases", "リリース"),
    "videos": Text("Videos", "動画"),
    "artists": Text("Artists", "アーティスト"),
    "period_read": Text("Period", "期間"),
    "delivered": Text("delivered {period}", "納品 {period}"),
    "plays_read": Text("plays {period}", "再生数 {period}"),
    "unknown": Text("Unknown", "不明なもの"),
    "refused": Text("{n} refused", "うち{n}件は読めず"),
    "no_deals": Text("{n} recordings: no deals delivered", "許諾が納品されていない録音 {n}件"),
    "no_channel": Text(
        "{n} videos: official or not is not known", "公式かどうか分からない動画 {n}本"
    ),
    "no_captions": Text(
        "{n} official videos: subtitles not known", "字幕の有無が分からない公式動画 {n}本"
    ),
    "not_run": Text("{n} checks did not run", "実行していない検査 {n}件"),
    "all_known": Text("nothing that the checks asked for", "特になし"),
    "not_read": Text("nothing read", "未読み込み"),
    "to": Text("{first} to {last}", "{first}〜{last}"),
    # Key figures
    "figures": Text("At a glance", "ひと目で"),
    "of": Text("of {n}", "/ {n}"),
    "heard_home": Text("recordings can be heard in {home}", "{home}で聴ける録音"),
    "heard_markets": Text(
        "of these in all {n} markets that matter", "うち重点{n}市場すべてで聴ける録音"
    ),
    "whole": Text("official videos are whole, not previews", "全編を観られる公式動画"),
    "latin": Text("recordings have a title in Latin letters", "ラテン文字の曲名がある録音"),
    "subtitled": Text(
        "official videos have subtitles for readers abroad", "海外向けの字幕がある公式動画"
    ),
    "abroad": Text("of plays came from abroad", "再生に占める海外の割合"),
    "abroad_of": Text("{month}, {service}", "{month}・{service}"),
    "unknown_n": Text("{n} unknown", "ほか不明 {n}"),
    "check_not_run": Text("The check “{check}” did not run.", "検査「{check}」が未実行です。"),
    "source": Text("Source: {source}", "出典: {source}"),
    "source_file": Text("{reader} (1 file)", "{reader}(1ファイル)"),
    "source_files": Text("{reader} ({n} files)", "{reader}({n}ファイル)"),
    "source_days": Text("{source}, delivered {period}", "{source}、納品 {period}"),
    "source_audit": Text("the audit as of {day}, {n} checks", "{day}時点の監査、検査{n}種"),
    "by_checks": Text("by the check “{check}”", "検査「{check}」による"),
    # Map
    "map": Text("Where the catalogue can be heard", "どこで聴けるか"),
    "map_lead": Text(
        "Of the {n} recordings that can be heard in {home}, the share that can be heard in each "
        "territory.",
        "{home}で聴ける{n}録音のうち、各国・地域で聴ける割合です。",
    ),
    "map_about": Text(
        "World map. Open for all of them in {all} territories, for fewer than half in {few}, "
        "not known in {unknown}. The table below has the figures.",
        "世界地図。すべて聴ける地域は{all}、半分未満の地域は{few}、不明な地域は{unknown}です。"
        "数字は下の表にあります。",
    ),
    "map_none": Text(
        "Not known: no deals were read. Give Kaigai the DDEX deliveries or a catalogue sheet "
        "with territories.",
        "不明です。許諾の情報がまだ読み込まれていません。"
        "DDEXの納品データ、または地域の列があるカタログ表を読み込んでください。",
    ),
    "markets": Text("The markets that matter", "重点市場"),
    "all_territories": Text("All territories", "すべての国・地域"),
    "territory": Text("Territory", "国・地域"),
    "share": Text("Share", "割合"),
    "open": Text("Can be heard", "聴ける"),
    "closed": Text("Closed", "聴けない"),
    "is_unknown": Text("Unknown", "不明"),
    "home_mark": Text("home", "本国"),
    "less": Text("less", "少"),
    "more": Text("more", "多"),
    # Findings
    "found": Text("What was found", "見つかった課題"),
    "found_lead": Text(
        "{n} findings, {high} of them of high severity.",
        "課題は{n}件、うち重要度「高」は{high}件です。",
    ),
    "found_since": Text(
        "Since the audit before: {new} new, {fixed} fixed.",
        "前回の監査から新規{new}件、解消{fixed}件。",
    ),
    "found_about": Text(
        "Bars of findings by what they keep music from: {list}.",
        "課題の種類ごとの件数: {list}。",
    ),
    "found_none": Text(
        "Nothing was found by the checks that ran.", "実行した検査では課題は見つかりませんでした。"
    ),
    "kind": Text("What it is about", "内容"),
    "severity": Text("Severity", "重要度"),
    "number": Text("Number", "件数"),
    "by_check": Text("Check by check", "検査ごとの件数"),
    "other_family": Text("Other", "その他"),
    "not_installed": Text("a check that is no longer installed", "現在は組み込まれていない検査"),
    # First
    "first": Text("What to do first", "まず取り組むこと"),
    "first_lead": Text(
        "What is worth most comes first; where that is not known, the gravest. At most two of "
        "each kind.",
        "効果の見込みが大きい順に、不明なものは重大な順に並べました。同じ種類は二つまでです。",
    ),
    "worth": Text("Worth: {worth}", "効果の見込み: {worth}"),
    "in_territories": Text("{n} territories: {names}", "{n}地域: {names}"),
    # Board
    "board": Text("Artist by artist", "アーティスト別の状況"),
    "board_lead": Text(
        "The share of each artist’s recordings, releases and videos with nothing found. Pale is "
        "where to look.",
        "各アーティストの録音・リリース・動画のうち、課題が見つからなかった割合です。"
        "色の薄いところから確認してください。",
    ),
    "board_about": Text(
        "Heat map of {rows} artists by {columns} kinds of finding; the table has the figures.",
        "{rows}組のアーティストと{columns}種類の課題のヒートマップ。数字は表にあります。",
    ),
    "artist": Text("Artist", "アーティスト"),
    "as_table": Text("As a table", "表で見る"),
    "cell": Text("{n} of {of} with a finding", "{of}件中{n}件に課題"),
    "shown_artists": Text("The first {n} of {total} artists.", "全{total}組のうち上位{n}組です。"),
    # Subtitles
    "subtitles": Text("Who can read along", "字幕は届いているか"),
    "subtitles_lead": Text(
        "The share of each artist’s official videos with subtitles made by people, by the "
        "languages of the markets that matter.",
        "公式動画のうち、人が作った字幕がある割合を、重点市場の言語ごとに示します。",
    ),
    "subtitles_about": Text(
        "Heat map of {rows} artists by {columns} languages; the table has the figures.",
        "{rows}組のアーティストと{columns}言語のヒートマップ。数字は表にあります。",
    ),
    "subtitles_none": Text(
        "Not known: no list of captions was read.",
        "不明です。字幕の一覧がまだ読み込まれていません。",
    ),
    "cell_videos": Text("{n} of {of} videos", "{of}本中{n}本"),
    # Plays
    "plays": Text("Home and abroad, month by month", "国内と海外の再生数"),
    "plays_lead": Text(
        "Plays as they were reported. Nothing is filled in: a hatched month was not reported, a "
        "pale one only in part.",
        "報告された再生数をそのまま示します。推計による補完はしていません。"
        "斜線の月は報告なし、色の薄い月は一部の日のみの報告です。",
    ),
    "plays_about": Text(
        "Bars per month from {first} to {last}; the table has the figures.",
        "{first}から{last}までの月ごとの棒グラフ。数字は表にあります。",
    ),
    "plays_none": Text("No plays were read yet.", "再生数はまだ読み込まれていません。"),
    "overseas_by_artist": Text("Home and overseas by artist", "アーティスト別の国内と海外"),
    "overseas_lead": Text(
        "Streams and views that were reported for {period}. A service that reports no territories "
        "is not in here; “?” is not known.",
        "{period}に報告されたストリーム再生と動画視聴です。地域別の報告がないサービスは含みません。"
        "「?」は不明です。",
    ),
    "overseas_more": Text(
        "By month, service and territory, with coverage and gaps:",
        "月・サービス・地域別の内訳と、報告の抜け:",
    ),
    "overseas_none": Text(
        "No shares yet: read reports of plays by territory, then `kaigai share`.",
        "まだ比率がありません。地域別の再生レポートを読み込み、"
        "`kaigai share` を実行してください。",
    ),
    "covered": Text("Days reported", "報告のある日"),
    "next_markets": Text("Where next", "次の市場"),
    "demand": Text("Where demand is latent", "潜在的な需要のある市場"),
    "demand_lead": Text(
        "What could be played beside what is, in {unit}, were each artist as present there as in "
        "like markets; added up over artists. Markets that are not recommended are left out.",
        "似た市場と同程度に浸透した場合に上乗せが見込まれる数({unit}、全アーティストの合計)です。"
        "推奨しない市場は除いています。",
    ),
    "demand_about": Text(
        "A world map of {n} territories by latent demand; the table has the figures.",
        "{n}の国・地域の潜在需要を示す世界地図。数字は表にあります。",
    ),
    "demand_source": Text(
        "Source: the market model over the plays that were read. 90 % intervals, added up as if "
        "all were wrong in one direction.",
        "出典: 読み込んだ再生数に基づく市場モデル。区間は90%で、"
        "すべて同じ向きに外れた場合の合計。",
    ),
    "demand_more": Text("One artist, with the reasons:", "アーティストごとの理由つきの一覧:"),
    "demand_none": Text(
        "Not estimated yet: `kaigai markets` says where each artist would be heard.",
        "まだ推定していません。`kaigai markets` で、聴かれる見込みのある市場を推定できます。",
    ),
    "latent": Text("Latent", "潜在需要"),
    "interval": Text("90 % interval", "90%区間"),
    "little": Text("little", "少"),
    "much": Text("much", "多"),
    "not_recommended": Text("not recommended, or not known", "推奨しない・不明"),
    "chart_only": Text(
        "Only what reached the chart “{chart}”: a lower bound.",
        "チャート「{chart}」に入った分のみの下限値です。",
    ),
    "month": Text("Month", "月"),
    "at_home": Text("Home", "国内"),
    "overseas": Text("Abroad", "海外"),
    "abroad_share": Text("Share abroad", "海外比率"),
    "days": Text("Days reported", "報告日数"),
    "territories": Text("Territories", "地域数"),
    "streams": Text("streams", "ストリーミング再生"),
    "views": Text("views", "動画再生"),
    # Every artist
    "each": Text("Every artist’s findings", "アーティスト別の課題一覧"),
    "each_lead": Text(
        "The first {n} findings of each kind. Open an artist to read them; on paper all are open.",
        "各課題の先頭{n}件を示します。アーティスト名を開くと読めます(印刷時はすべて開きます)。",
    ),
    "more_findings": Text("and {n} more:", "ほか{n}件:"),
    "nothing_found": Text("Nothing was found.", "課題は見つかりませんでした。"),
    "more_artists": Text(
        "{n} more artists are left out here. For any of them:",
        "ほか{n}組は省略しました。個別に見るには:",
    ),
    # Skipped, sources, reading
    "skipped": Text("What was not checked", "検査しなかったもの"),
    "skipped_none": Text("Every check ran.", "すべての検査を実行しました。"),
    "check": Text("Check", "検査"),
    "why": Text("Why", "理由"),
    "sources": Text("Where the figures come from", "数字の出どころ"),
    "figure": Text("Figure", "数字"),
    "value": Text("Value", "値"),
    "came_from": Text("Source", "出典"),
    "period": Text("Delivered", "納品の期間"),
    "uncertain": Text("What is not known", "不明な点"),
    "reader": Text("Kind of file", "ファイルの種類"),
    "licence": Text("Held under", "利用の根拠"),
    "rows": Text("Rows", "行数"),
    "unreadable": Text("Refused", "読めず"),
    "read_on": Text("Read on", "読み込み日"),
    "reading": Text("How to read this page", "このレポートの読み方"),
    "footer": Text("Made by Kaigai", "Kaigaiで作成"),
}

#: How to read the page: a term and what it means.
READING: Final[tuple[tuple[Text, Text], ...]] = (
    (
        Text("Colour", "色"),
        Text(
            "In every picture a stronger colour means that more reaches people abroad. Hatched "
            "means not known, which is neither yes nor no.",
            "どの図も、色が濃いほど海外に届いていることを示します(暗い画面では明るいほど)。"
            "斜線は不明で、「届いている」とも「届いていない」とも言えません。",
        ),
    ),
    (
        Text("Can be heard", "聴ける"),
        Text(
            "At least one delivered deal opens streaming there on the day, on any service; "
            "downloads count where nothing streams anywhere. What a service really shows may "
            "differ.",
            "その日にストリーミングを許す許諾が、いずれかのサービスに納品されている状態です"
            "(どこでもストリーミングされていない録音はダウンロードで判定)。"
            "実際のサービス上の表示とは異なる場合があります。",
        ),
    ),
    (
        Text("Severity", "重要度"),
        Text(
            "High: people abroad cannot hear, find or trust it. Medium: fewer can, or soon. Low: "
            "tidiness that helps search and payment. A note asks for nothing.",
            "高: 海外で聴けない、見つからない、正しく届かない。中: 一部で、または近いうちに"
            "そうなる。低: 検索や分配の精度を上げる整備。参考: 対応は不要です。",
        ),
    ),
    (
        Text("Sanctioned territories", "制裁対象地域"),
        Text(
            "Territories that most services leave out because of sanctions are not counted as "
            "gaps.",
            "経済制裁などで多くのサービスが提供していない地域は、課題として数えません。",
        ),
    ),
    (
        Text("A finding", "課題"),
        Text(
            "A person should look at it; it is no verdict. Each has a stable id, and stays until "
            "a newer delivery or audit shows it fixed.",
            "人が確認すべき点であり、断定ではありません。課題ごとに固定のIDがあり、"
            "新しい納品と監査で解消が確認されるまで残ります。",
        ),
    ),
)
