/// Every kind of widget; a new one is a file and a line here.
package let allWidgets: [any Widget.Type] = [
  DotProductWidget.self,
  AttentionWidget.self,
  SoftmaxWidget.self,
  LayerNormWidget.self,
  ScalingWidget.self,
  PositionsWidget.self,
  ShapesWidget.self,
  SamplingWidget.self,
  DescentWidget.self,
  TrainWidget.self,
  PreTrainingWidget.self,
  InstructionsWidget.self,
  FineTuningWidget.self,
  PreferencesWidget.self,
]
