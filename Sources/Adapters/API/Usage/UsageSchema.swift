import Formats

/// JSON Schema of usage, both ways.
enum UsageSchema {
    static let event: JSONValue = [
        "type": "object",
        "required": ["specversion", "id", "source", "type", "subject", "data"],
        "properties": [
            "specversion": ["const": "1.0"],
            "id": ["type": "string", "minLength": 1, "maxLength": 512],
            "source": ["type": "string", "minLength": 1, "maxLength": 512],
            "type": ["type": "string", "minLength": 1, "maxLength": 512],
            "time": ["type": "string", "format": "date-time"],
            "subject": ["type": "string", "pattern": "^[mM][cC][sS][0-9]{9,10}$"],
            "data": [
                "type": "object",
                "required": ["resource", "sku", "quantity", "start", "end"],
                "properties": [
                    "resource": ["type": "string", "minLength": 1, "maxLength": 512],
                    "sku": ["type": "string", "minLength": 1, "maxLength": 512],
                    "quantity": ["type": "string", "pattern": "^[0-9]{1,15}(\\.[0-9]{1,3})?$"],
                    "start": ["type": "string", "format": "date-time"],
                    "end": ["type": "string", "format": "date-time"],
                    "labels": ["type": "object", "additionalProperties": ["type": "string"]],
                ],
            ],
        ],
    ]

    static let batch: JSONValue = ["type": "array", "minItems": 1, "maxItems": 10_000, "items": event]

    /// An event a line; each line is an `event` of JSON.
    static let lines: JSONValue = ["type": "string"]

    static let answer: JSONValue = [
        "type": "object",
        "required": ["accepted", "duplicate", "conflict", "refused", "events"],
        "properties": [
            "accepted": ["type": "integer"], "duplicate": ["type": "integer"],
            "conflict": ["type": "integer"], "refused": ["type": "integer"],
            "events": [
                "type": "array",
                "items": [
                    "type": "object",
                    "required": ["result"],
                    "properties": [
                        "id": ["type": "string"], "line": ["type": "integer"],
                        "result": ["enum": ["accepted", "duplicate", "conflict", "refused"]],
                        "code": ["type": "string"], "message": ["type": "string"],
                    ],
                ],
            ],
        ],
    ]
}
