"""Reads royalty sheets as Japanese distributors and carriers send them, headed in Japanese."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

MONTH = (
    "利用月|利用年月|販売月|販売年月|配信月|配信年月|再生月|対象月|対象年月|"
    "利用期間|集計月|売上月|期間"
)

ROYALTIES = Report(
    reporter="jp-royalty",
    columns={
        "period": MONTH,
        "reported": "支払月|支払年月|報告月|報告年月|計算月|締め月|締月|精算月|支払予定月",
        "service": "サービス名|サービス|配信サービス名|配信サービス|ストア名|ストア|"
        "配信先|配信先名|プラットフォーム|サイト名",
        "territory": "国|国名|国コード|地域|配信国|販売国|国・地域|テリトリー",
        "artist": "アーティスト名|アーティスト|アーチスト名|歌手名|実演家名",
        "album": "アルバム名|アルバム|商品名|アルバムタイトル|作品名",
        "title": "楽曲名|曲名|楽曲タイトル|トラック名|タイトル|コンテンツ名",
        "isrc": "ISRC|ISRCコード",
        "gtin": "JAN|JANコード|UPC|UPCコード|POSコード|JAN/UPC",
        "kind": "配信区分|販売種別|配信種別|販売区分|利用形態|配信形態|区分",
        "quantity": "数量|販売数|販売数量|利用数|再生数|再生回数|DL数|ダウンロード数|"
        "件数|利用回数",
        "amount": "総支払額|支払額|支払金額|お支払額|お支払金額|分配額|使用料合計|"
        "原盤使用料合計|原盤使用料|印税額|印税|ロイヤリティ|ロイヤルティ",
        "currency": "通貨|通貨コード",
    },
    measures={"quantity": Measure("")},
    needs="period service title quantity amount",
    preamble={
        "reported": "支払月|支払年月|報告月|計算月|締め月|精算月|発行日|支払日|支払予定日",
        "account": "支払先|宛先|契約者名|権利者名|取引先名",
        "period": MONTH,
    },
    always={"currency": "JPY"},
)
#: The month stands above the table, for all rows.
OF_ONE_MONTH = Report(
    reporter="jp-royalty",
    columns={name: ROYALTIES.columns[name] for name in ROYALTIES.columns if name != "period"},
    measures=ROYALTIES.measures,
    needs="service title isrc quantity amount",
    preamble=ROYALTIES.preamble,
    always=ROYALTIES.always,
    file_name=(r"(?P<period>20\d\d[-_年]?(?:0[1-9]|1[0-2]))",),
)


@reader(
    "jp-royalty",
    about=Text(
        en="Royalty sheets with Japanese headers: 原盤使用料, 分配額, 総支払額.",
        ja="日本語の見出しの印税・原盤使用料の明細です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(ROYALTIES, OF_ONE_MONTH),
    order=28,
)
def jp_royalty(source: Source) -> Iterator[Part]:
    yield from read_report(source, ROYALTIES, OF_ONE_MONTH)
