import JSONText

/// What a collection of Anki's says of itself, in JSON: its settings, the type of its notes, and decks.
enum AnkiForms {
  /// The number of the type of notes, which is the same in every package: a second import finds it there.
  static let type = 1_764_201_600_001
  /// When the type was changed last, in seconds: a later one takes its place where it is imported.
  private static let typeChanged = 1_764_201_600

  /// The types of notes: one, with a front and a back.
  static var types: String {
    """
    {"\(type)": {"id": \(type), "name": "Attend", "type": 0, "mod": \(typeChanged), "usn": -1,
    "sortf": 0, "did": null, "tags": [], "vers": [], "css": \(JSON.string(style).text),
    "latexPre": \(JSON.string(latexBefore).text), "latexPost": "\\\\end{document}", "latexsvg": false,
    "req": [[0, "any", [0]]], "flds": [\(field("Front", 0)), \(field("Back", 1))],
    "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}",
    "afmt": "{{FrontSide}}\\n\\n<hr id=answer>\\n\\n{{Back}}", "bqfmt": "", "bafmt": "", "did": null,
    "bfont": "", "bsize": 0}]}}
    """
  }

  private static func field(_ name: String, _ place: Int) -> String {
    """
    {"name": "\(name)", "ord": \(place), "sticky": false, "rtl": false, "font": "Arial", "size": 20,
    "media": []}
    """
  }

  private static let style = """
    .card { font-family: sans-serif; font-size: 20px; text-align: left; max-width: 40em; margin: 0 auto; }
    pre { overflow-x: auto; padding: 0.5em; border: 1px solid #8886; }
    td { border: 1px solid #8886; padding: 0.2em 0.5em; }
    details { margin-top: 1em; color: #888; }

    """

  private static let latexBefore = """
    \\documentclass[12pt]{article}
    \\special{papersize=3in,5in}
    \\usepackage[utf8]{inputenc}
    \\usepackage{amssymb,amsmath}
    \\pagestyle{empty}
    \\setlength{\\parindent}{0in}
    \\begin{document}

    """

  /// Decks by their numbers; `seconds` is when they changed.
  static func decks(_ decks: [(number: Int, name: String)], _ seconds: Int) -> String {
    let forms = decks.map { number, name in
      """
      "\(number)": {"id": \(number), "name": \(JSON.string(name).text), "desc": "", "mod": \(seconds),
      "usn": -1, "conf": 1, "dyn": 0, "collapsed": false, "browserCollapsed": false, "extendNew": 0,
      "extendRev": 0, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0]}
      """
    }
    return "{\(forms.joined(separator: ", "))}"
  }

  /// How decks are studied, as Anki has it at first: part of the form, and not taken in.
  static let deckSettings = """
    {"1": {"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0,
    "replayq": true, "dyn": false, "new": {"bury": true, "delays": [1, 10], "initialFactor": 2500,
    "ints": [1, 4, 7], "order": 1, "perDay": 20, "separate": true}, "rev": {"bury": true, "ease4": 1.3,
    "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "perDay": 200}, "lapse": {"delays": [10],
    "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0}}}
    """

  /// The settings of the collection, which are not taken in either.
  static let settings = """
    {"activeDecks": [1], "curDeck": 1, "curModel": "\(type)", "nextPos": 1, "addToCur": true,
    "collapseTime": 1200, "dueCounts": true, "estTimes": true, "newSpread": 0, "sortBackwards": false,
    "sortType": "noteFld", "timeLim": 0}
    """
}
