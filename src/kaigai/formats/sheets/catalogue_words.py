"""The words by which labels head the columns of their catalogues, in Japanese and in English."""

from collections.abc import Mapping
from typing import Final

#: Fields that are names: each may come as a reading, in English, in Latin letters, ...
NAMED: Final = frozenset({"title", "artist", "release_title", "release_artist", "any_title"})

#: A name's other forms. A colon is followed by the language of a translation.
QUALIFIERS: Final[Mapping[str, str]] = {
    "": "日本語|日本語表記|和文|Japanese|original|原語|native",
    "_kana": "カナ|かな|ヨミ|ヨミガナ|読み|読み仮名|読みがな|フリガナ|カタカナ|全角カナ|"
    "半角カナ|ヨミカナ|カナ表記|kana|katakana|reading|phonetic|phonetics|yomi|furigana|"
    "pronunciation",
    "_english": "英語|英|英訳|英題|英文|英名|英語表記|英文表記|英語訳|English|en|eng|"
    "in English|English translation|欧文|欧文表記|海外表記|海外",
    "_latin": "ローマ字|ローマ字表記|ローマ字読み|英字|英字表記|アルファベット|"
    "アルファベット表記|romaji|romanized|romanised|romanization|romanisation|latin|"
    "transliteration|transliterated|roman|Hepburn|ヘボン式",
    ":ko": "韓国語|ハングル|韓国語表記|Korean|Hangul|ko|韓",
    ":zh-Hant": "繁体字|繁体|繁體|台湾|中国語(繁体字)|Traditional Chinese|zh-Hant|zh-TW|"
    "繁体中文|繁體中文",
    ":zh-Hans": "簡体字|簡体|简体|中国語(簡体字)|Simplified Chinese|zh-Hans|zh-CN|簡体中文|"
    "简体中文",
    ":zh": "中国語|Chinese|zh|中文",
    ":th": "タイ語|Thai|th",
    ":id": "インドネシア語|Indonesian",
    ":es": "スペイン語|Spanish|es",
    ":pt": "ポルトガル語|Portuguese|pt",
    ":fr": "フランス語|French|fr",
    ":de": "ドイツ語|German|de",
}  # fmt: skip

#: Spellings of each field. `any_title` and `any_track` mean one thing or the other: the columns
#: beside them tell.
FIELDS: Final[Mapping[str, str]] = {
    "title": "楽曲名|曲名|楽曲タイトル|曲タイトル|トラックタイトル|トラック名|収録曲|収録曲名|"
    "楽曲|原題|曲|音源名|track title|track name|song|song title|song name|recording title|"
    "recording|asset title",
    "any_title": "タイトル|タイトル名|作品名|名称|title|title name|name",
    "release_title": "アルバム名|アルバムタイトル|アルバム|商品名称|商品名|商品タイトル|"
    "リリースタイトル|リリース名|作品タイトル|パッケージタイトル|パッケージ名|シングル名|"
    "収録アルバム|収録作品|release title|release name|release|album|album title|album name|"
    "product title|product name|product|リリース",
    "artist": "アーティスト名|アーティスト|アーチスト|アーチスト名|歌手|歌手名|歌唱者|実演家|"
    "実演家名|表示アーティスト名|表示アーティスト|歌唱アーティスト|演奏者|artist|artist name|"
    "artists|display artist|display artist name|track artist|performer|primary artist|"
    "main artist|main artist name|asset artist|artist display name|メインアーティスト",
    "release_artist": "アルバムアーティスト|アルバムアーティスト名|商品アーティスト名|"
    "リリースアーティスト|album artist|release artist|product artist",
    "isrc": "ISRC|ISRCコード|ISRC番号|ISRC code|track ISRC|asset ISRC|"
    "国際標準レコーディングコード",
    "gtin": "JAN|JANコード|JAN番号|JAN/EAN|UPC|UPCコード|UPC code|UPC/EAN|UPC/JAN|JAN/UPC|EAN|"
    "EAN code|EAN/UPC|GTIN|GTIN-13|barcode|bar code|バーコード|バーコード番号|ICPN|POSコード|"
    "product UPC|release UPC|UPC/EAN/JAN|JAN/UPC/EAN",
    "catalog_number": "品番|規格番号|規格品番|商品番号|カタログ番号|カタログNo|製品番号|型番|"
    "商品品番|記番|catalog number|catalogue number|catalog no|catalogue no|cat no|cat number|"
    "catalog|catalog#|product number|release catalog nb|catalog id",
    "release_day": "発売日|発売年月日|発売予定日|リリース日|リリース年月日|配信日|"
    "配信リリース日|配信予定日|発売開始日|release date|released|street date|date of release|"
    "release day|digital release date",
    "original_day": "オリジナル発売日|初出日|初出年月日|初回発売日|原盤発売日|"
    "original release date|first release date|original date|first released",
    "position": "トラック番号|トラックNo|トラックナンバー|トラック順|曲順|曲番|曲番号|収録順|"
    "曲No|TrNo|Tr|M-No|MNo|track no|track number|track num|track position|track#|trackno|"
    "sequence|sequence number",
    "any_track": "トラック|track",
    "disc": "ディスク|ディスク番号|ディスクNo|ディスクナンバー|枚目|DISC No|disc|disk|"
    "disc number|disk no|disk number|volume|volume number|CD番号",
    "track_count": "収録曲数|曲数|トラック数|総トラック数|総曲数|track count|number of tracks|"
    "total tracks|tracks|no of tracks|# of tracks|total number of tracks",
    "duration": "時間|再生時間|演奏時間|収録時間|曲長|長さ|タイム|尺|トラック時間|楽曲時間|"
    "曲の長さ|duration|length|time|running time|track duration|track length|track time|"
    "asset duration",
    "duration_ms": "duration ms|length ms|再生時間ミリ秒|時間ミリ秒|milliseconds|"
    "duration milliseconds",
    "duration_s": "duration sec|duration s|duration seconds|duration in seconds|length sec|"
    "length s|再生時間秒|時間秒|秒数|長さ秒|seconds",
    "release_type": "リリース種別|商品種別|作品種別|種別|リリースタイプ|リリース区分|作品形態|"
    "商品形態|商品区分|release type|album type|product type|album/single|single/album|"
    "アルバム/シングル",
    "territories": "配信地域|配信国|配信国・地域|配信可能地域|配信可能国|許諾地域|許諾国|"
    "配信テリトリー|テリトリー|配信エリア|配信対象国|配信対象地域|配信範囲|販売地域|権利地域|"
    "配信先地域|territories|territory|available territories|rights territories|"
    "territory rights|deal territories|distribution territories|countries|licensed territories|"
    "sales territories",
    "excluded": "除外地域|除外国|配信除外地域|配信除外国|配信不可地域|配信不可国|"
    "除外テリトリー|excluded territories|excluded territory|territories excluded|"
    "excluded countries|territory exclusions",
    "start_day": "配信開始日|配信開始|許諾開始日|契約開始日|開始日|権利開始日|deal start|"
    "deal start date|start date|sales start date|rights start|availability start|"
    "available from",
    "end_day": "配信終了日|配信終了|配信停止日|許諾終了日|許諾期限|契約終了日|終了日|"
    "権利終了日|配信期限|deal end|deal end date|end date|sales end date|rights end|"
    "rights expiry|availability end|available until",
    "video": "YouTube|YouTube URL|YouTube ID|YouTubeリンク|YouTube動画ID|YouTube動画URL|"
    "YouTube動画|動画URL|動画ID|動画|動画リンク|MV|MV URL|MVリンク|MV ID|ミュージックビデオ|"
    "ミュージックビデオURL|公式動画|video url|video id|video link|music video|music video url|"
    "YouTube link|YouTube video|YouTube video id|YouTube MV",
    "composer": "作曲|作曲者|作曲者名|作曲家|composer|composers|composer name|music by|"
    "composed by",
    "lyricist": "作詞|作詞者|作詞者名|作詞家|lyricist|lyricists|lyricist name|lyrics by|"
    "words by",
    "writer": "作詞作曲|作詞作曲者|作家|作家名|songwriter|songwriters|writer|writers|"
    "composer lyricist",
    "arranger": "編曲|編曲者|編曲者名|編曲家|arranger|arrangers|arranged by|arranger name",
    "producer": "プロデューサー|プロデューサ|プロデュース|producer|producers|produced by",
    "featured": "フィーチャリング|フィーチャリングアーティスト|客演|ゲストアーティスト|"
    "featuring|feat|featured artist|featured artists",
    "label": "レーベル名|レーベル|label|label name|imprint|record label",
    "genre": "ジャンル|ジャンル名|メインジャンル|genre|main genre|primary genre|genres",
    "language": "歌唱言語|歌詞言語|言語|language|lyrics language|lyric language|audio language|"
    "language of performance|vocal language",
    "sales": "quantity|units|units sold|# units sold|数量|販売数|販売数量|売上|売上金額|使用料|"
    "原盤使用料|earnings|earnings (USD)|total earned|net sales|net revenue|net share|royalty|"
    "royalties|sale month|sales period|net royalty|subtotal|利用月|支払額|総支払額",
    "instrumental": "インスト|インストゥルメンタル|インスト有無|instrumental|is instrumental",
}  # fmt: skip
