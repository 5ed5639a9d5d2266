import CYAML

/// A value of a YAML file. Its names and tags mean nothing here.
enum YAML: Equatable {
  case text(String)
  case list([YAML])
  /// Keys with their values, in order.
  case map([(key: String, value: YAML)])

  /// Values may lie so deep in each other.
  private static let depthLimit = 64

  /// Reads the first document of a file; nil where it is none.
  init?(_ bytes: [UInt8]) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    let value: YAML? = bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      while let event = Event(&parser) {
        switch event {
        case .other: continue
        case .end: return nil
        default: return Self.value(event, &parser, depth: 0)
        }
      }
      return nil
    }
    guard let value else { return nil }
    self = value
  }

  static func == (left: YAML, right: YAML) -> Bool {
    switch (left, right) {
    case (.text(let a), .text(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)): a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// What stands behind a key of a map.
  subscript(key: String) -> YAML? {
    guard case .map(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [YAML] { if case .list(let list) = self { list } else { [] } }

  // MARK: Events

  private enum Event {
    case text(String), list, map, end, other

    /// The next event; nil where the file is not YAML.
    init?(_ parser: inout yaml_parser_t) {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        self = .text(
          String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
            as: UTF8.self))
      // What it stands for may be as large as one likes: it is left out.
      case YAML_ALIAS_EVENT: self = .text("")
      case YAML_SEQUENCE_START_EVENT: self = .list
      case YAML_MAPPING_START_EVENT: self = .map
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT, YAML_STREAM_END_EVENT: self = .end
      default: self = .other
      }
    }
  }

  /// The value that begins with an event; nil where the file ends in it, or it lies too deep.
  private static func value(_ event: Event, _ parser: inout yaml_parser_t, depth: Int) -> YAML? {
    guard depth < depthLimit else { return nil }
    switch event {
    case .text(let text): return .text(text)
    case .list:
      var list: [YAML] = []
      while let event = Event(&parser) {
        if case .end = event { return .list(list) }
        guard let value = value(event, &parser, depth: depth + 1) else { return nil }
        list.append(value)
      }
      return nil
    case .map:
      var map: [(key: String, value: YAML)] = []
      while let event = Event(&parser) {
        if case .end = event { return .map(map) }
        guard let key = value(event, &parser, depth: depth + 1), let event = Event(&parser),
          let value = value(event, &parser, depth: depth + 1)
        else { return nil }
        map.append((key.text ?? "", value))
      }
      return nil
    case .end, .other: return nil
    }
  }
}
