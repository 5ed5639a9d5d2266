import JSONText
import Notes

extension Export {
  /// The widget and inputs of an exported state.
  package static func read(
    _ bytes: [UInt8]
  ) throws(Diagnostic) -> (type: any Widget.Type, inputs: Inputs) {
    let json: JSON
    do { json = try JSON.parse(utf8: bytes) } catch {
      throw Diagnostic(.error, "is not an exported widget: \(error.message)")
    }
    if let version = json["version"]?.int, version > 1 {
      throw Diagnostic(
        .error, "was written by a newer attend, in form \(version), and this one reads form 1",
        remedy: "open it with that, or bring this one up to date")
    }
    guard let name = json["widget"]?.string, let inputs = json["inputs"]?.inputs else {
      throw Diagnostic(.error, "is not an exported widget: \"widget\" and \"inputs\" are missing")
    }
    guard let type = allWidgets.first(where: { $0.name == name }) else {
      let near = NearestWord.nearest(to: name, among: allWidgets.map { $0.name })
      let hint = near.map { "did you mean \($0)?" } ?? ""
      throw Diagnostic(
        .error, "names a widget that is not known, \"\(name.prefix(40))\"", remedy: hint)
    }
    do { _ = try type.init(inputs) } catch {
      throw Diagnostic(.error, "cannot be opened: \(error.message)", remedy: error.remedy)
    }
    return (type, inputs)
  }
}
