import JSONText
import Notes

/// A type of notes in a collection of Anki's: the names of its fields, and its templates.
struct AnkiNoteType {
  private static let mostTemplates = 20

  private var fields: [String]
  private var templates: [AnkiTemplate]

  /// What there is to do for each note.
  var size: Int { fields.count + templates.reduce(0) { $0 + $1.size } }

  /// The cards of a note with these fields.
  func cards(of fields: [String]) -> [AnkiPackage.NumberedCard] {
    let named = AnkiTemplate.Fields(
      Dictionary(zip(self.fields, fields), uniquingKeysWith: { first, _ in first }))
    return templates.enumerated().compactMap { number, template in
      template.sides(of: named).map { AnkiPackage.NumberedCard(number: number, card: $0) }
    }
  }

  /// The sides of templates as they are written; nil where they are too many, or one is no template.
  private init?(fields: [String], sides: [(front: String, back: String)?]) {
    guard sides.count <= Self.mostTemplates else { return nil }
    let templates = sides.compactMap { sides -> AnkiTemplate? in
      guard let sides,
        max(sides.front.utf8.count, sides.back.utf8.count) <= AnkiTemplate.mostBytes
      else { return nil }
      return AnkiTemplate(front: sides.front, back: sides.back)
    }
    guard templates.count == sides.count else { return nil }
    (self.fields, self.templates) = (fields, templates)
  }

  /// The types of notes whose cards have two sides; none where they cannot be read.
  static func all(in database: Database) throws(StorageProblem) -> [Int: AnkiNoteType] {
    try database.has(table: "notetypes") ? inTables(of: database) : inText(of: database)
  }

  /// As JSON in a column, up to Anki 2.1.27 and in packages for older versions.
  private static func inText(of database: Database) throws(StorageProblem) -> [Int: AnkiNoteType] {
    let select = try Statement("SELECT models FROM col LIMIT 1", on: database)
    guard try select.step(), case .object(let models)? = try? JSON.parse(select.text(0)) else {
      return [:]
    }
    var types: [Int: AnkiNoteType] = [:]
    for model in models where model.value["type"]?.int != 1 {
      guard let number = Int(model.name), let fields = model.value["flds"]?.array,
        let templates = model.value["tmpls"]?.array
      else { continue }
      types[number] = AnkiNoteType(
        fields: fields.map { $0["name"]?.string ?? "" },
        sides: templates.map { template in
          template["qfmt"]?.string.flatMap { front in
            template["afmt"]?.string.map { (front, $0) }
          }
        })
    }
    return types
  }

  /// In tables, with messages of Protocol Buffers: a type's kind is its first field, a template's sides are its
  /// first two.
  private static func inTables(
    of database: Database
  ) throws(StorageProblem) -> [Int: AnkiNoteType] {
    var fields: [Int: [(place: Int, name: String)]] = [:]
    let names = try Statement(
      "SELECT ntid, ord, name FROM fields LIMIT \(mostRows)", on: database)
    while try names.step() {
      fields[names.int(0), default: []].append((names.int(1), names.text(2)))
    }
    var sides: [Int: [(place: Int, sides: (front: String, back: String)?)]] = [:]
    let templates = try Statement(
      "SELECT ntid, ord, config FROM templates LIMIT \(mostRows)", on: database)
    while try templates.step() {
      let form = ProtobufFields(templates.bytes(2)[...])
      sides[templates.int(0), default: []].append(
        (templates.int(1), (form.text(1), form.text(2))))
    }
    var types: [Int: AnkiNoteType] = [:]
    let all = try Statement("SELECT id, config FROM notetypes LIMIT \(mostRows)", on: database)
    while try all.step() {
      guard ProtobufFields(all.bytes(1)[...]).int(1) != 1 else { continue }
      let number = all.int(0)
      // The numbers of cards are the places of their templates.
      types[number] = AnkiNoteType(
        fields: (fields[number] ?? []).sorted { $0.place < $1.place }.map(\.name),
        sides: (sides[number] ?? []).sorted { $0.place < $1.place }.map(\.sides))
    }
    return types
  }

  /// A collection has some dozens of types; the tables of more are not read on.
  private static let mostRows = 100_000
}

/// The decks of a collection of Anki's.
enum AnkiDecks {
  private static let mostDecks = 1_000_000

  /// Their names, `A::B` below another; none where they cannot be read.
  static func names(in database: Database) throws(StorageProblem) -> [Int: String] {
    var names: [Int: String] = [:]
    if try database.has(table: "decks") {
      let select = try Statement("SELECT id, name FROM decks LIMIT \(mostDecks)", on: database)
      while try select.step() {
        names[select.int(0)] = select.text(1).replacing("\u{1F}", with: "::")
      }
      return names
    }
    let select = try Statement("SELECT decks FROM col LIMIT 1", on: database)
    guard try select.step(), case .object(let decks)? = try? JSON.parse(select.text(0)) else {
      return [:]
    }
    for deck in decks { Int(deck.name).map { names[$0] = deck.value["name"]?.string } }
    return names
  }
}
