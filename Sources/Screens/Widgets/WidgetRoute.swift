import Notes
import Widgets

/// Which widget opens, with what, and where its draft is kept.
package struct WidgetRoute: Equatable, Sendable {
  /// The name of its kind.
  package var name: String
  /// What it came with.
  package var inputs: Inputs
  /// The key that what is typed into it is kept under.
  package var key: String
  /// What stands in the title before the widget's own.
  package var place = ""

  /// A way to a widget.
  package init(name: String, inputs: Inputs, key: String, place: String = "") {
    self.name = name
    self.inputs = inputs
    self.key = key
    self.place = place
  }

  /// The way to a widget's own example, where it is found again as it was left.
  package static func example(of type: any Widget.Type) -> WidgetRoute {
    WidgetRoute(name: type.name, inputs: type.example, key: "#\(type.name)")
  }

  /// Its kind.
  var type: (any Widget.Type)? { allWidgets.first { $0.name == name } }
}
